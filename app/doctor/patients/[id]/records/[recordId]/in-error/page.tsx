import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { InErrorQuestion } from '#components/records/in-error-question';
import { paths } from '#lib/platform/paths';
import { personOf } from '#lib/transport/page-person';
import { ChartFrame } from '../../../chart-frame';
import { markInError } from '../actions';
import { type RecordParams, readRecord } from '../read-record';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('records.markInError');
  return { title: t('open') };
}

/** What the dialog asks, for whoever has no script. */
export default async function InErrorPage(props: RecordParams) {
  await personOf('doctor');
  const record = await readRecord(props);
  const { id, patient_id, version, stage } = record;
  return (
    <ChartFrame patientId={patient_id}>
      <InErrorQuestion
        record={record}
        action={markInError.bind(null, { patient_id, id, version, stage })}
        keepHref={paths.doctor.record(patient_id, id)}
      />
    </ChartFrame>
  );
}
