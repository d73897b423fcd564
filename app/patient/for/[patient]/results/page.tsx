import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ResultsBody } from '../../../results/results-body';
import { HeldFrame } from '../held-frame';

interface HeldResultsPageProps {
  params: Promise<{ patient: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('records.results'))('title') };
}

export default async function HeldResultsPage({ params }: HeldResultsPageProps) {
  const { patient } = await params;
  return (
    <HeldFrame patientId={patient} page="results">
      <ResultsBody patientId={patient} />
    </HeldFrame>
  );
}
