import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { isWritableKind } from '#components/records/record';
import { RecordForm } from '#components/records/record-form';
import { PageHeader } from '#components/ui/page-header';
import { paths } from '#lib/platform/paths';
import { personOf } from '#lib/transport/page-person';
import { formDraft } from '../../../../../../form-draft';
import { ChartFrame } from '../../../chart-frame';
import { addRecord } from './actions';

interface NewRecordPageProps {
  params: Promise<{ id: string; type: string }>;
}

export async function generateMetadata({ params }: NewRecordPageProps): Promise<Metadata> {
  const [{ type }, t] = await Promise.all([params, getTranslations('records')]);
  return isWritableKind(type) ? { title: t(`title.create.${type}`) } : {};
}

export default async function NewRecordPage({ params }: NewRecordPageProps) {
  await personOf('doctor');
  const [{ id, type }, t] = await Promise.all([params, getTranslations('records')]);
  if (!isWritableKind(type)) notFound();
  const draft = await formDraft(`record.new:${id}:${type}`);
  const chart = paths.doctor.patient(id);
  return (
    <ChartFrame patientId={id}>
      <PageHeader title={t(`title.create.${type}`)} back={{ href: chart, label: t('titleList') }} />
      <div className="max-w-2xl">
        <RecordForm type={type} action={addRecord.bind(null, id, type)} draft={draft} cancelHref={chart} />
      </div>
    </ChartFrame>
  );
}
