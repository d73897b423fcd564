import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { formatter } from '#lib/i18n/format';
import { StepLinks } from './step-links';

interface DayHeaderProps {
  /** ISO date in the clinic's zone. */
  date: string;
  /** Of today: a day of another year is told with it. */
  today: string;
  zone: string;
  counts: { total: number; done: number };
  previousHref: string;
  todayHref: string;
  nextHref: string;
  aside?: ReactNode;
}

export function DayHeader({
  date,
  today,
  zone,
  counts,
  previousHref,
  todayHref,
  nextHref,
  aside,
}: DayHeaderProps) {
  const t = useTranslations('appointments.agenda');
  const format = formatter(useLocale(), zone);
  const long = date.slice(0, 4) === today.slice(0, 4) ? format.plainLongDate : format.plainLongDateWithYear;
  return (
    <header className="flex flex-wrap items-center gap-x-4">
      <h1 className="text-xl font-bold">{long(date)}</h1>
      <StepLinks
        label={t('days')}
        previous={{ href: previousHref, label: t('previous') }}
        now={{ href: todayHref, label: t('today') }}
        next={{ href: nextHref, label: t('next') }}
      />
      {aside && <div className="ms-auto">{aside}</div>}
      <p className="w-full text-muted tabular-nums">{t('counts', counts)}</p>
    </header>
  );
}
