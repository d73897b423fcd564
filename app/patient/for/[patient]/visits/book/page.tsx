import type { Metadata } from 'next';
import { forbidden } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import type { SearchParams } from '#lib/transport/page-query';
import { BookBody } from '../../../../visits/book/book-body';
import { HeldFrame, heldChart } from '../../held-frame';

interface HeldBookPageProps {
  params: Promise<{ patient: string }>;
  searchParams: SearchParams;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('appointments.book');
  return { title: t('title') };
}

export default async function HeldBookPage({ params, searchParams }: HeldBookPageProps) {
  const { patient } = await params;
  const { can } = await heldChart(patient);
  if (!can.write_appointments.allowed) forbidden();
  return (
    <HeldFrame patientId={patient} page="visits">
      <BookBody patientId={patient} searchParams={searchParams} />
    </HeldFrame>
  );
}
