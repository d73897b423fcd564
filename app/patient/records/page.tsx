import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import type { SearchParams } from '#lib/transport/page-query';
import { RecordsBody } from './records-body';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('records');
  return { title: t('titleList') };
}

export default function RecordsPage({ searchParams }: { searchParams: SearchParams }) {
  return <RecordsBody searchParams={searchParams} />;
}
