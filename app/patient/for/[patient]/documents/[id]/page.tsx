import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DocumentBody } from '../../../../documents/[id]/document-body';
import { HeldFrame } from '../../held-frame';

interface HeldDocumentPageProps {
  params: Promise<{ patient: string; id: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('documents'))('title') };
}

export default async function HeldDocumentPage({ params }: HeldDocumentPageProps) {
  const { patient, id } = await params;
  return (
    <HeldFrame patientId={patient} page="documents">
      <DocumentBody id={id} patientId={patient} />
    </HeldFrame>
  );
}
