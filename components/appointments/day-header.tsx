import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { buttonClass } from '#components/ui/button-class';
import { PageLink } from '#components/ui/page-link';
import { formatter } from '#lib/i18n/format';

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

const step =
  'inline-flex size-11 items-center justify-center rounded-field text-primary-ink hover:bg-primary-soft compact:size-8';

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
      <nav aria-label={t('days')} className="flex items-center gap-1">
        <PageLink href={previousHref} aria-label={t('previous')} className={step}>
          <ChevronLeft aria-hidden className="size-4 rtl:-scale-x-100" />
        </PageLink>
        <PageLink href={todayHref} className={buttonClass('quiet')}>
          {t('today')}
        </PageLink>
        <PageLink href={nextHref} aria-label={t('next')} className={step}>
          <ChevronRight aria-hidden className="size-4 rtl:-scale-x-100" />
        </PageLink>
      </nav>
      {aside && <div className="ms-auto">{aside}</div>}
      <p className="w-full text-muted tabular-nums">{t('counts', counts)}</p>
    </header>
  );
}
