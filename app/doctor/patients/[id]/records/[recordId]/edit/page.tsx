import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { CannotAmend } from '#components/records/cannot-amend';
import { isWritableKind } from '#components/records/record';
import { RecordForm } from '#components/records/record-form';
import { PageHeader } from '#components/ui/page-header';
import { paths } from '#lib/platform/paths';
import { personOf } from '#lib/transport/page-person';
import { formDraft } from '../../../../../../form-draft';
import { ChartFrame } from '../../../chart-frame';
import { amend } from '../actions';
import { type RecordParams, readRecord } from '../read-record';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('records');
  return { title: t('title.amend') };
}

export default async function EditRecordPage(props: RecordParams) {
  await personOf('doctor');
  const [record, t] = await Promise.all([readRecord(props), getTranslations('records')]);
  const { id, patient_id, version, stage, record_type: type } = record;
  const back = paths.doctor.record(patient_id, id);
  const { allowed, reason } = record.can.amend;
  return (
    <ChartFrame patientId={patient_id}>
      <PageHeader title={t('title.amend')} back={{ href: back, label: t('title.record') }} />
      <div className="max-w-2xl">
        {allowed && isWritableKind(type) ? (
          <RecordForm
            type={type}
            record={record}
            withheld={record.release !== 'released'}
            draft={await formDraft(`record.amend:${id}:${version}`)}
            action={amend.bind(null, { patient_id, id, version, stage })}
            cancelHref={back}
          />
        ) : (
          <CannotAmend reason={reason} />
        )}
      </div>
    </ChartFrame>
  );
}
