import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { RecordBody } from '../../../../records/[id]/record-body';
import { HeldFrame } from '../../held-frame';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('records');
  return { title: t('title.record') };
}

export default async function HeldRecordPage({
  params,
}: {
  params: Promise<{ patient: string; id: string }>;
}) {
  const { patient, id } = await params;
  return (
    <HeldFrame patientId={patient} page="records">
      <RecordBody id={id} patientId={patient} />
    </HeldFrame>
  );
}
