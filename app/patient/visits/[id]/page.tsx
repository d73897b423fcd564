import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { personOf } from '#lib/transport/page-person';
import type { SearchParams } from '#lib/transport/page-query';
import { VisitBody } from './visit-body';

interface VisitPageProps {
  params: Promise<{ id: string }>;
  searchParams: SearchParams;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('appointments');
  return { title: t('visit') };
}

export default async function VisitPage({ params, searchParams }: VisitPageProps) {
  await personOf('patient');
  return <VisitBody id={(await params).id} searchParams={searchParams} />;
}
