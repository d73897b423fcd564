import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AllergiesBeside } from '#components/requests/allergies-beside';
import { DecisionForm } from '#components/requests/decision-form';
import { RecordBeside } from '#components/requests/record-beside';
import { RequestFacts } from '#components/requests/request-facts';
import { RequestStatus } from '#components/requests/request-status';
import { requestTitle } from '#components/requests/request-title';
import { Card } from '#components/ui/card';
import { PageHeader } from '#components/ui/page-header';
import { Section } from '#components/ui/section';
import { getRecord } from '#lib/operations/records/get';
import { listChartRecords } from '#lib/operations/records/list';
import { getRefill } from '#lib/operations/refills/get';
import { paths } from '#lib/platform/paths';
import { query } from '#lib/transport/page';
import { personOf } from '#lib/transport/page-person';
import { formDraft } from '../../../../form-draft';
import { ChartFrame } from '../../../patients/[id]/chart-frame';
import { decide } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('requests.kind');
  return { title: t('refill') };
}

export default async function DecideRefillPage({ params }: { params: Promise<{ id: string }> }) {
  const [{ zone }, { id }, t] = await Promise.all([personOf('doctor'), params, getTranslations('requests')]);
  const refill = await query(getRefill, { id });
  const { patient_id, record_id } = refill;
  const [record, allergies] = await Promise.all([
    query(getRecord, { id: record_id }),
    query(listChartRecords, { patient_id, record_type: 'allergy', page_size: 100 }),
  ]);
  return (
    <ChartFrame patientId={patient_id}>
      <PageHeader
        title={t('decide.refillTitle', { name: requestTitle(refill) })}
        back={{ href: paths.doctor.requests, label: t('queue.title') }}
        actions={<RequestStatus status={refill.status} />}
      />
      <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-2">
        <div className="flex flex-col gap-4">
          <Section id="asked" title={t('decide.request')}>
            <Card>
              <RequestFacts request={refill} zone={zone} staff />
            </Card>
          </Section>
          {refill.status === 'requested' && (
            <DecisionForm
              kind="refill"
              action={decide.bind(null, id)}
              draft={await formDraft(`refill.decide:${id}`)}
            />
          )}
        </div>
        <div className="flex flex-col gap-4">
          <RecordBeside title={t('decide.prescription')} record={record} zone={zone} />
          <AllergiesBeside records={allergies.items.filter((each) => each.record_type === 'allergy')} />
        </div>
      </div>
    </ChartFrame>
  );
}
