import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { RefillBody } from '../../../../../requests/refills/[id]/refill-body';
import { HeldFrame } from '../../../held-frame';

interface HeldRefillPageProps {
  params: Promise<{ patient: string; id: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('requests.kind'))('refill') };
}

export default async function HeldRefillPage({ params }: HeldRefillPageProps) {
  const { patient, id } = await params;
  return (
    <HeldFrame patientId={patient} page="requests">
      <RefillBody id={id} patientId={patient} />
    </HeldFrame>
  );
}
