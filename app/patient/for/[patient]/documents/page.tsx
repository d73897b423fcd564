import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import type { SearchParams } from '#lib/transport/page-query';
import { DocumentsBody } from '../../../documents/documents-body';
import { HeldFrame } from '../held-frame';

interface HeldDocumentsPageProps {
  params: Promise<{ patient: string }>;
  searchParams: SearchParams;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('documents'))('title') };
}

export default async function HeldDocumentsPage({ params, searchParams }: HeldDocumentsPageProps) {
  const { patient } = await params;
  return (
    <HeldFrame patientId={patient} page="documents">
      <DocumentsBody patientId={patient} searchParams={searchParams} />
    </HeldFrame>
  );
}
