import { getTranslations } from 'next-intl/server';
import { DisagreeForm } from '#components/requests/disagree-form';
import { RequestFacts } from '#components/requests/request-facts';
import { RequestStatus } from '#components/requests/request-status';
import { requestTitle } from '#components/requests/request-title';
import { WithdrawForm } from '#components/requests/withdraw-form';
import { Card } from '#components/ui/card';
import { PageHeader } from '#components/ui/page-header';
import { TextLink } from '#components/ui/text-link';
import { getAmendmentRequest } from '#lib/operations/amendment-requests/get';
import { paths } from '#lib/platform/paths';
import { query } from '#lib/transport/page';
import { personOf } from '#lib/transport/page-person';
import { formDraft } from '../../../../form-draft';
import { assertChart } from '../../../own-or-held';
import { disagree, withdraw } from './actions';

interface CorrectionBodyProps {
  id: string;
  /** Of somebody whom the reader looks after; their own where it is left out. */
  patientId?: string;
}

export async function CorrectionBody({ id, patientId }: CorrectionBodyProps) {
  const [{ zone }, request, t] = await Promise.all([
    personOf('patient'),
    query(getAmendmentRequest, { id }),
    getTranslations('requests'),
  ]);
  await assertChart(request, patientId, paths.patient.chart(request.patient_id).correctionRequest(id));
  const to = paths.patient.chart(patientId);
  // What is asked for is taken back in one's own name.
  const isOwn = patientId === undefined;
  const { accepted_version: number, status, disagreement } = request;
  return (
    <div className="mx-auto flex max-w-3xl flex-col gap-6">
      <PageHeader
        kicker={t('kind.correction')}
        title={requestTitle(request)}
        back={{ href: to.requests, label: t(isOwn ? 'list.title' : 'list.titleHeld') }}
        actions={<RequestStatus status={status} />}
      />
      <Card>
        <RequestFacts request={request} zone={zone} />
      </Card>
      <TextLink href={to.record(request.record_id)} className="w-fit">
        {number === null ? t('toRecord') : t('newVersion', { number })}
      </TextLink>
      {isOwn && status === 'requested' && <WithdrawForm action={withdraw.bind(null, id)} />}
      {isOwn && status === 'denied' && disagreement === null && (
        <DisagreeForm action={disagree.bind(null, id)} draft={await formDraft(`disagree:${id}`)} />
      )}
    </div>
  );
}
