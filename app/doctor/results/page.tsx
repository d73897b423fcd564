import { CircleCheck } from 'lucide-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ResultQueue } from '#components/records/result-queue';
import { EmptyState } from '#components/ui/empty-state';
import { Notice } from '#components/ui/notice';
import { PageHeader } from '#components/ui/page-header';
import { Pagination } from '#components/ui/pagination';
import { listResultQueue } from '#lib/operations/results/queue';
import { paths } from '#lib/platform/paths';
import { query } from '#lib/transport/page';
import { personOf } from '#lib/transport/page-person';
import { pageNumber, queryOf, type SearchParams } from '#lib/transport/page-query';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('records.queue');
  return { title: t('title') };
}

export default async function ResultsPage({ searchParams }: { searchParams: SearchParams }) {
  const [{ zone }, asked, t] = await Promise.all([
    personOf('doctor'),
    queryOf(searchParams),
    getTranslations('records.queue'),
  ]);
  const queue = await query(listResultQueue, { page: pageNumber(asked.page) });
  return (
    <div className="flex max-w-4xl flex-col gap-4">
      <PageHeader title={t('title')} summary={t('count', { count: queue.total })} />
      {asked.done === 'reviewed' && <Notice tone="ok" role="status" title={t('reviewed')} />}
      {queue.total === 0 && (
        <EmptyState icon={<CircleCheck aria-hidden />} title={t('none')}>
          {t('noneText')}
        </EmptyState>
      )}
      {queue.items.length > 0 && (
        <ResultQueue
          entries={queue.items}
          zone={zone}
          hrefOf={({ patient, record }) => paths.doctor.record(patient.id, record.id)}
        />
      )}
      <Pagination {...queue} hrefOf={(page) => paths.doctor.resultsOf({ page })} />
    </div>
  );
}
