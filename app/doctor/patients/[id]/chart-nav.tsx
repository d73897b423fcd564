import { useTranslations } from 'next-intl';
import { TabLinks } from '#components/ui/tab-links';
import { type ChartSection, paths } from '#lib/platform/paths';

export const chartSections: readonly ChartSection[] = [
  'timeline',
  'results',
  'measurements',
  'vaccinations',
  'notes',
];

/** The parts of a chart: each is an address. */
export function ChartNav({ patientId, current }: { patientId: string; current: ChartSection | undefined }) {
  const t = useTranslations('records.section');
  const tabs = [undefined, ...chartSections].map((section) => ({
    href: paths.doctor.chart(patientId, section ? { section } : {}),
    label: t(section ?? 'overview'),
    current: section === current,
  }));
  const documents = { href: paths.doctor.documents(patientId), label: t('documents'), current: false };
  return <TabLinks label={t('label')} tabs={[...tabs, documents]} />;
}
