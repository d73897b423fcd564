import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { CorrectionDecision } from '#components/requests/correction-decision';
import { RecordBeside } from '#components/requests/record-beside';
import { RequestFacts } from '#components/requests/request-facts';
import { RequestStatus } from '#components/requests/request-status';
import { requestTitle } from '#components/requests/request-title';
import { Card } from '#components/ui/card';
import { Notice } from '#components/ui/notice';
import { PageHeader } from '#components/ui/page-header';
import { Section } from '#components/ui/section';
import { paths } from '#lib/platform/paths';
import { personOf } from '#lib/transport/page-person';
import { formDraft } from '../../../../form-draft';
import { ChartFrame } from '../../../patients/[id]/chart-frame';
import { decide, deny } from './actions';
import { type CorrectionParams, readCorrection } from './read-correction';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('requests.kind');
  return { title: t('correction') };
}

export default async function DecideCorrectionPage(props: CorrectionParams) {
  const { zone } = await personOf('doctor');
  const [{ request, record }, t] = await Promise.all([readCorrection(props), getTranslations('requests')]);
  const { id, patient_id, status, record_version } = request;
  const isOpen = status === 'requested';
  return (
    <ChartFrame patientId={patient_id}>
      <PageHeader
        title={t('decide.correctionTitle', { name: requestTitle(request) })}
        back={{ href: paths.doctor.requestsOf({ show: 'corrections' }), label: t('queue.title') }}
        actions={<RequestStatus status={status} />}
      />
      <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-2">
        <div className="flex flex-col gap-4">
          <Section id="asked" title={t('decide.request')}>
            <Card>
              <RequestFacts request={request} zone={zone} staff />
            </Card>
          </Section>
          {isOpen && (
            <CorrectionDecision
              canAmend={record.can.amend.allowed}
              correctHref={paths.doctor.correct(id)}
              decide={decide.bind(null, id)}
              deny={deny.bind(null, id)}
              draft={await formDraft(`correction.decide:${id}`)}
            />
          )}
        </div>
        <div className="flex flex-col gap-4">
          {isOpen && record.version > record_version && (
            <Notice tone="warn">{t('decide.changed', { number: record.version })}</Notice>
          )}
          <RecordBeside title={t('decide.record')} record={record} zone={zone} />
        </div>
      </div>
    </ChartFrame>
  );
}
