import type { Metadata } from 'next';
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
import { disagree, withdraw } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('requests.kind');
  return { title: t('correction') };
}

export default async function CorrectionPage({ params }: { params: Promise<{ id: string }> }) {
  const [{ zone }, { id }, t] = await Promise.all([personOf('patient'), params, getTranslations('requests')]);
  const request = await query(getAmendmentRequest, { id });
  const { accepted_version: number, status, disagreement } = request;
  return (
    <div className="mx-auto flex max-w-3xl flex-col gap-6">
      <PageHeader
        kicker={t('kind.correction')}
        title={requestTitle(request)}
        back={{ href: paths.patient.requests, label: t('list.title') }}
        actions={<RequestStatus status={status} />}
      />
      <Card>
        <RequestFacts request={request} zone={zone} />
      </Card>
      <TextLink href={paths.patient.record(request.record_id)} className="w-fit">
        {number === null ? t('toRecord') : t('newVersion', { number })}
      </TextLink>
      {status === 'requested' && <WithdrawForm action={withdraw.bind(null, id)} />}
      {status === 'denied' && disagreement === null && (
        <DisagreeForm action={disagree.bind(null, id)} draft={await formDraft(`disagree:${id}`)} />
      )}
    </div>
  );
}
