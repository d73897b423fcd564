import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { RequestList } from '#components/requests/request-list';
import { PageHeader } from '#components/ui/page-header';
import { Section } from '#components/ui/section';
import { TextLink } from '#components/ui/text-link';
import { listAmendmentRequests } from '#lib/operations/amendment-requests/list';
import { listRefills } from '#lib/operations/refills/list';
import { paths } from '#lib/platform/paths';
import { query } from '#lib/transport/page';
import { personOf } from '#lib/transport/page-person';

interface RequestsBodyProps {
  /** Of somebody whom the reader looks after; their own where it is left out. */
  patientId?: string;
  /** What was just done. */
  notice?: ReactNode;
}

export async function RequestsBody({ patientId, notice }: RequestsBodyProps) {
  const [{ zone }, refills, corrections, t] = await Promise.all([
    personOf('patient'),
    query(listRefills, { patient_id: patientId, page_size: 100 }),
    query(listAmendmentRequests, { patient_id: patientId, page_size: 100 }),
    getTranslations('requests.list'),
  ]);
  const to = paths.patient.chart(patientId);
  const isOwn = patientId === undefined;
  const link = (href: string, label: string) => <TextLink href={href}>{label}</TextLink>;
  return (
    <div className="mx-auto flex max-w-3xl flex-col gap-8">
      <PageHeader title={t(isOwn ? 'title' : 'titleHeld')} summary={t(isOwn ? 'summary' : 'summaryHeld')} />
      {notice}
      <Section
        id="refills"
        title={t('refills')}
        aside={isOwn && link(paths.patient.medications, t('toMedicines'))}
      >
        <RequestList
          requests={refills.items}
          zone={zone}
          empty={t(isOwn ? 'emptyRefills' : 'emptyRefillsHeld')}
          hrefOf={({ id }) => to.refillRequest(id)}
        />
      </Section>
      <Section
        id="corrections"
        title={t('corrections')}
        aside={link(to.records, t(isOwn ? 'toRecords' : 'toRecordsHeld'))}
      >
        <RequestList
          requests={corrections.items}
          zone={zone}
          empty={t(isOwn ? 'emptyCorrections' : 'emptyCorrectionsHeld')}
          hrefOf={({ id }) => to.correctionRequest(id)}
        />
      </Section>
    </div>
  );
}
