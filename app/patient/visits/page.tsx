import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import type { SearchParams } from '#lib/transport/page-query';
import { VisitsBody } from './visits-body';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('appointments');
  return { title: t('title') };
}

export default function VisitsPage({ searchParams }: { searchParams: SearchParams }) {
  return <VisitsBody mayBook searchParams={searchParams} />;
}
