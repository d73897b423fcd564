import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { formatter } from '#lib/i18n/format';
import { StepLinks } from './step-links';

interface WeekHeaderProps {
  /** ISO dates. */
  days: readonly string[];
  zone: string;
  count: number;
  previousHref: string;
  thisHref: string;
  nextHref: string;
  aside: ReactNode;
}

export function WeekHeader({ days, zone, count, previousHref, thisHref, nextHref, aside }: WeekHeaderProps) {
  const t = useTranslations('appointments.week');
  const format = formatter(useLocale(), zone);
  return (
    <header className="flex flex-wrap items-center gap-x-4">
      <h1 className="text-xl font-bold">{`${format.plainDay(days[0] ?? '')} – ${format.partialDate(days[6] ?? '')}`}</h1>
      <StepLinks
        label={t('weeks')}
        previous={{ href: previousHref, label: t('previous') }}
        now={{ href: thisHref, label: t('this') }}
        next={{ href: nextHref, label: t('next') }}
      />
      <div className="ms-auto">{aside}</div>
      <p className="w-full text-muted tabular-nums">{t('count', { count })}</p>
    </header>
  );
}
