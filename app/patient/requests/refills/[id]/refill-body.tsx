import { getTranslations } from 'next-intl/server';
import { RequestFacts } from '#components/requests/request-facts';
import { RequestStatus } from '#components/requests/request-status';
import { requestTitle } from '#components/requests/request-title';
import { WithdrawForm } from '#components/requests/withdraw-form';
import { Card } from '#components/ui/card';
import { PageHeader } from '#components/ui/page-header';
import { TextLink } from '#components/ui/text-link';
import { getRefill } from '#lib/operations/refills/get';
import { paths } from '#lib/platform/paths';
import { query } from '#lib/transport/page';
import { personOf } from '#lib/transport/page-person';
import { assertChart } from '../../../own-or-held';
import { withdraw } from './actions';

interface RefillBodyProps {
  id: string;
  /** Of somebody whom the reader looks after; their own where it is left out. */
  patientId?: string;
}

export async function RefillBody({ id, patientId }: RefillBodyProps) {
  const [{ zone }, refill, t] = await Promise.all([
    personOf('patient'),
    query(getRefill, { id }),
    getTranslations('requests'),
  ]);
  await assertChart(refill, patientId, paths.patient.chart(refill.patient_id).refillRequest(id));
  const to = paths.patient.chart(patientId);
  // What is asked for is taken back in one's own name.
  const isOwn = patientId === undefined;
  const { renewed_record_id: renewed } = refill;
  return (
    <div className="mx-auto flex max-w-3xl flex-col gap-6">
      <PageHeader
        kicker={t('kind.refill')}
        title={requestTitle(refill)}
        back={{ href: to.requests, label: t(isOwn ? 'list.title' : 'list.titleHeld') }}
        actions={<RequestStatus status={refill.status} />}
      />
      <Card>
        <RequestFacts request={refill} zone={zone} />
      </Card>
      <TextLink href={to.record(renewed ?? refill.record_id)} className="w-fit">
        {t(renewed ? 'newPrescription' : 'toRecord')}
      </TextLink>
      {isOwn && refill.status === 'requested' && <WithdrawForm action={withdraw.bind(null, id)} />}
    </div>
  );
}
