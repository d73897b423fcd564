import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { SetupDone } from '#components/clinic/setup-done';
import { PageHeader } from '#components/ui/page-header';
import { TabLinks } from '#components/ui/tab-links';
import { paths } from '#lib/platform/paths';

const hrefOf = {
  week: paths.doctor.hours,
  settings: paths.doctor.hoursSettings,
  services: paths.doctor.offers,
  days: paths.doctor.singleDays,
  away: paths.doctor.away,
} as const;
type HoursSection = keyof typeof hrefOf;
const sections = Object.keys(hrefOf) as HoursSection[];

interface HoursFrameProps {
  section: HoursSection;
  done?: string | undefined;
  children: ReactNode;
}

/** What the pages of a doctor's own hours share. */
export function HoursFrame({ section, done, children }: HoursFrameProps) {
  const t = useTranslations('hours');
  return (
    <div className="flex max-w-3xl flex-col gap-5">
      <PageHeader title={t('title')} summary={t(`summary.${section}`)} />
      <TabLinks
        label={t('sections')}
        tabs={sections.map((each) => ({
          href: hrefOf[each],
          label: t(`section.${each}`),
          current: each === section,
        }))}
      />
      <SetupDone done={done} />
      {children}
    </div>
  );
}
