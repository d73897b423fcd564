import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import type { ComponentType } from 'react';
import type { ChartSection } from '#lib/platform/paths';
import { personOf } from '#lib/transport/page-person';
import { queryOf, type SearchParams } from '#lib/transport/page-query';
import { ChartFrame } from './chart-frame';
import { ChartNav, chartSections } from './chart-nav';
import { Measurements } from './measurements';
import { Notes } from './notes';
import { Overview } from './overview';
import { Results } from './results';
import type { SectionProps } from './section-props';
import { Timeline } from './timeline';
import { Vaccinations } from './vaccinations';

interface ChartPageProps {
  params: Promise<{ id: string }>;
  searchParams: SearchParams;
}

const sections: Record<ChartSection, ComponentType<SectionProps>> = {
  timeline: Timeline,
  results: Results,
  measurements: Measurements,
  vaccinations: Vaccinations,
  notes: Notes,
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('patients');
  return { title: t('patient') };
}

export default async function ChartPage({ params, searchParams }: ChartPageProps) {
  const { zone } = await personOf('doctor');
  const [{ id }, asked] = await Promise.all([params, queryOf(searchParams)]);
  const section = chartSections.find((one) => one === asked.section);
  const Section = section ? sections[section] : Overview;
  return (
    <ChartFrame patientId={id} nav={<ChartNav patientId={id} current={section} />}>
      <Section patientId={id} zone={zone} asked={{ ...asked, section }} />
    </ChartFrame>
  );
}
