import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import type { SearchParams } from '#lib/transport/page-query';
import { VisitBody } from '../../../../visits/[id]/visit-body';
import { HeldFrame } from '../../held-frame';

interface HeldVisitPageProps {
  params: Promise<{ patient: string; id: string }>;
  searchParams: SearchParams;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('appointments');
  return { title: t('visit') };
}

export default async function HeldVisitPage({ params, searchParams }: HeldVisitPageProps) {
  const { patient, id } = await params;
  return (
    <HeldFrame patientId={patient} page="visits">
      <VisitBody id={id} patientId={patient} searchParams={searchParams} />
    </HeldFrame>
  );
}
