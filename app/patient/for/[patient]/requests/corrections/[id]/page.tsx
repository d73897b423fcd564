import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { CorrectionBody } from '../../../../../requests/corrections/[id]/correction-body';
import { HeldFrame } from '../../../held-frame';

interface HeldCorrectionPageProps {
  params: Promise<{ patient: string; id: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('requests.kind'))('correction') };
}

export default async function HeldCorrectionPage({ params }: HeldCorrectionPageProps) {
  const { patient, id } = await params;
  return (
    <HeldFrame patientId={patient} page="requests">
      <CorrectionBody id={id} patientId={patient} />
    </HeldFrame>
  );
}
