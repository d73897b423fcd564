import { TestTubeDiagonal } from 'lucide-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { TestsNow } from '#components/records/tests-now';
import { WithheldResults } from '#components/records/withheld-results';
import { ButtonLink } from '#components/ui/button-link';
import { EmptyState } from '#components/ui/empty-state';
import { Notice } from '#components/ui/notice';
import { PageHeader } from '#components/ui/page-header';
import { listResults } from '#lib/operations/results/list';
import { listWithheld } from '#lib/operations/results/withheld';
import { paths } from '#lib/platform/paths';
import { query } from '#lib/transport/page';
import { personOf } from '#lib/transport/page-person';
import { queryOf, type SearchParams } from '#lib/transport/page-query';
import { reveal } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('records.results');
  return { title: t('title') };
}

export default async function ResultsPage({ searchParams }: { searchParams: SearchParams }) {
  const { zone } = await personOf('patient');
  const [{ items, complete }, withheld, { done }, t] = await Promise.all([
    query(listResults, {}),
    query(listWithheld, {}),
    queryOf(searchParams),
    getTranslations('records'),
  ]);
  return (
    <div className="mx-auto flex max-w-3xl flex-col gap-8">
      <PageHeader
        title={t('results.title')}
        summary={t('results.summary', { count: items.length })}
        actions={
          <ButtonLink href={paths.patient.release} tone="secondary">
            {t('release.open')}
          </ButtonLink>
        }
      />
      {done === 'saved' && <Notice tone="ok" role="status" title={t('release.saved')} />}
      <WithheldResults results={withheld.items} zone={zone} reveal={(id) => reveal.bind(null, id)} />
      {items.length === 0 && withheld.items.length === 0 && (
        <EmptyState icon={<TestTubeDiagonal aria-hidden />} title={t('results.none')}>
          {t('results.noneText')}
        </EmptyState>
      )}
      <TestsNow tests={items} zone={zone} hrefOf={({ id }) => paths.patient.record(id)} />
      {!complete && <p className="text-muted">{t('results.incomplete')}</p>}
    </div>
  );
}
