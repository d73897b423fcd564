import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { CancelBody } from '../../../../../visits/[id]/cancel/cancel-body';
import { HeldFrame } from '../../../held-frame';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('appointments');
  return { title: t('cancel.open') };
}

export default async function HeldCancelPage({
  params,
}: {
  params: Promise<{ patient: string; id: string }>;
}) {
  const { patient, id } = await params;
  return (
    <HeldFrame patientId={patient} page="visits">
      <CancelBody id={id} patientId={patient} />
    </HeldFrame>
  );
}
