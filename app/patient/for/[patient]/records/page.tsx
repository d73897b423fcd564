import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import type { SearchParams } from '#lib/transport/page-query';
import { RecordsBody } from '../../../records/records-body';
import { HeldFrame } from '../held-frame';

interface HeldRecordsPageProps {
  params: Promise<{ patient: string }>;
  searchParams: SearchParams;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('records');
  return { title: t('titleList') };
}

export default async function HeldRecordsPage({ params, searchParams }: HeldRecordsPageProps) {
  const { patient } = await params;
  return (
    <HeldFrame patientId={patient} page="records">
      <RecordsBody patientId={patient} searchParams={searchParams} />
    </HeldFrame>
  );
}
