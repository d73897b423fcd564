import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import type { SearchParams } from '#lib/transport/page-query';
import { VisitsBody } from '../../../visits/visits-body';
import { HeldFrame, heldChart } from '../held-frame';

interface HeldVisitsPageProps {
  params: Promise<{ patient: string }>;
  searchParams: SearchParams;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('appointments');
  return { title: t('title') };
}

export default async function HeldVisitsPage({ params, searchParams }: HeldVisitsPageProps) {
  const { patient } = await params;
  const { can } = await heldChart(patient);
  return (
    <HeldFrame patientId={patient} page="visits">
      <VisitsBody patientId={patient} mayBook={can.write_appointments.allowed} searchParams={searchParams} />
    </HeldFrame>
  );
}
