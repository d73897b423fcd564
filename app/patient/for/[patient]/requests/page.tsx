import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { RequestsBody } from '../../../requests/requests-body';
import { HeldFrame } from '../held-frame';

interface HeldRequestsPageProps {
  params: Promise<{ patient: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('requests.list'))('titleHeld') };
}

export default async function HeldRequestsPage({ params }: HeldRequestsPageProps) {
  const { patient } = await params;
  return (
    <HeldFrame patientId={patient} page="requests">
      <RequestsBody patientId={patient} />
    </HeldFrame>
  );
}
