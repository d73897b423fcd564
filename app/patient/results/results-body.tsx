import { TestTubeDiagonal } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { TestsNow } from '#components/records/tests-now';
import { EmptyState } from '#components/ui/empty-state';
import { PageHeader } from '#components/ui/page-header';
import { listResults } from '#lib/operations/results/list';
import { paths } from '#lib/platform/paths';
import { query } from '#lib/transport/page';
import { personOf } from '#lib/transport/page-person';

interface ResultsBodyProps {
  /** Of somebody whom the reader looks after; their own where it is left out. */
  patientId?: string;
  actions?: ReactNode;
  /** What was just done. */
  notice?: ReactNode;
  /** What waits for the reader's word, above all others. */
  waiting?: ReactNode;
}

export async function ResultsBody({ patientId, actions, notice, waiting }: ResultsBodyProps) {
  const [{ zone }, { items, complete }, t] = await Promise.all([
    personOf('patient'),
    query(listResults, { patient_id: patientId }),
    getTranslations('records'),
  ]);
  const to = paths.patient.chart(patientId);
  return (
    <div className="mx-auto flex max-w-3xl flex-col gap-8">
      <PageHeader
        title={t('results.title')}
        summary={t('results.summary', { count: items.length })}
        actions={actions}
      />
      {notice}
      {waiting}
      {items.length === 0 && !waiting && (
        <EmptyState icon={<TestTubeDiagonal aria-hidden />} title={t('results.none')}>
          {t(patientId === undefined ? 'results.noneText' : 'results.noneTextHeld')}
        </EmptyState>
      )}
      <TestsNow tests={items} zone={zone} hrefOf={({ id }) => to.record(id)} />
      {!complete && <p className="text-muted">{t('results.incomplete')}</p>}
    </div>
  );
}
