import { useTranslations } from 'next-intl';
import { ButtonLink } from '#components/ui/button-link';
import { TabLinks } from '#components/ui/tab-links';
import { paths } from '#lib/platform/paths';

interface CalendarTabsProps {
  view: 'day' | 'week' | 'waiting';
  date: string | undefined;
  /** The day of which some hours may be blocked; none where no day is shown. */
  blockOn?: string;
}

/** The day and the week around it, who would like to come into it, and the way to offer no time in it. */
export function CalendarTabs({ view, date, blockOn }: CalendarTabsProps) {
  const t = useTranslations('appointments');
  const day = date === undefined ? paths.doctor.day : paths.doctor.dayOf(date);
  const week = date === undefined ? paths.doctor.week : paths.doctor.weekOf(date);
  return (
    <div className="flex flex-wrap items-center gap-2">
      {blockOn !== undefined && (
        <ButtonLink href={paths.doctor.blockTime(blockOn)} tone="secondary">
          {t('closed.add')}
        </ButtonLink>
      )}
      <TabLinks
        label={t('views.label')}
        tabs={[
          { href: day, label: t('views.day'), current: view === 'day' },
          { href: week, label: t('views.week'), current: view === 'week' },
          { href: paths.doctor.waitingList, label: t('views.waiting'), current: view === 'waiting' },
        ]}
      />
    </div>
  );
}
