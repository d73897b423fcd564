import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { RecordDone } from '#components/records/record-done';
import { queryOf, type SearchParams } from '#lib/transport/page-query';
import { RecordBody } from './record-body';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('records');
  return { title: t('title.record') };
}

interface RecordPageProps {
  params: Promise<{ id: string }>;
  searchParams: SearchParams;
}

export default async function RecordPage({ params, searchParams }: RecordPageProps) {
  const [{ id }, { done }] = await Promise.all([params, queryOf(searchParams)]);
  return (
    <>
      <RecordDone done={done} />
      <RecordBody id={id} />
    </>
  );
}
