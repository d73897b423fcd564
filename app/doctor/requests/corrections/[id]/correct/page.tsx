import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { CannotAmend } from '#components/records/cannot-amend';
import { isWritableKind } from '#components/records/record';
import { RecordForm } from '#components/records/record-form';
import { RequestFacts } from '#components/requests/request-facts';
import { Card } from '#components/ui/card';
import { Notice } from '#components/ui/notice';
import { PageHeader } from '#components/ui/page-header';
import { Section } from '#components/ui/section';
import { paths } from '#lib/platform/paths';
import { personOf } from '#lib/transport/page-person';
import { formDraft } from '../../../../../form-draft';
import { ChartFrame } from '../../../../patients/[id]/chart-frame';
import { correct } from '../actions';
import { type CorrectionParams, readCorrection } from '../read-correction';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('requests.decide');
  return { title: t('correct') };
}

/** The form that amends the record, with what its patient asks beside it. */
export default async function CorrectRecordPage(props: CorrectionParams) {
  const { zone } = await personOf('doctor');
  const [{ request, record }, t] = await Promise.all([readCorrection(props), getTranslations('requests')]);
  const { id } = request;
  const { version, record_type: type } = record;
  const { allowed, reason } = record.can.amend;
  const back = paths.doctor.correctionRequest(id);
  return (
    <ChartFrame patientId={request.patient_id}>
      <PageHeader title={t('decide.correct')} back={{ href: back, label: t('kind.correction') }} />
      <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-2">
        {request.status !== 'requested' ? (
          <Notice>{t('decide.decided')}</Notice>
        ) : allowed && isWritableKind(type) ? (
          <RecordForm
            type={type}
            record={record}
            withheld={record.release !== 'released'}
            draft={await formDraft(`correction.correct:${id}:${version}`)}
            action={correct.bind(null, { id, record_id: record.id, version })}
            cancelHref={back}
          />
        ) : (
          <CannotAmend reason={reason} />
        )}
        <Section id="asked" title={t('decide.request')}>
          <Card>
            <RequestFacts request={request} zone={zone} staff />
          </Card>
        </Section>
      </div>
    </ChartFrame>
  );
}
