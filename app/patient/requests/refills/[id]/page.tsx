import type { Metadata } from 'next';
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
import { withdraw } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('requests.kind');
  return { title: t('refill') };
}

export default async function RefillPage({ params }: { params: Promise<{ id: string }> }) {
  const [{ zone }, { id }, t] = await Promise.all([personOf('patient'), params, getTranslations('requests')]);
  const refill = await query(getRefill, { id });
  const { renewed_record_id: renewed } = refill;
  return (
    <div className="mx-auto flex max-w-3xl flex-col gap-6">
      <PageHeader
        kicker={t('kind.refill')}
        title={requestTitle(refill)}
        back={{ href: paths.patient.requests, label: t('list.title') }}
        actions={<RequestStatus status={refill.status} />}
      />
      <Card>
        <RequestFacts request={refill} zone={zone} />
      </Card>
      <TextLink href={paths.patient.record(renewed ?? refill.record_id)} className="w-fit">
        {t(renewed ? 'newPrescription' : 'toRecord')}
      </TextLink>
      {refill.status === 'requested' && <WithdrawForm action={withdraw.bind(null, id)} />}
    </div>
  );
}
