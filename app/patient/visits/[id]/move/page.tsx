import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { personOf } from '#lib/transport/page-person';
import type { SearchParams } from '#lib/transport/page-query';
import { MoveBody } from './move-body';

interface MovePageProps {
  params: Promise<{ id: string }>;
  searchParams: SearchParams;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('appointments.moveOwn');
  return { title: t('title') };
}

export default async function MovePage({ params, searchParams }: MovePageProps) {
  await personOf('patient');
  return <MoveBody id={(await params).id} searchParams={searchParams} />;
}
