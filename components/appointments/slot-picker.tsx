import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Card } from '#components/ui/card';
import { PageLink } from '#components/ui/page-link';
import { type Formatter, formatter } from '#lib/i18n/format';

export interface SlotDay {
  /** ISO date in the clinic's zone. */
  date: string;
  /** The free times. */
  slots: readonly unknown[];
}

interface SlotPickerProps {
  /** The days on offer, in order: a week at a time. */
  days: readonly SlotDay[];
  selectedDate: string;
  zone: string;
  dayHref: (date: string) => string;
  earlierHref?: string;
  laterHref?: string;
  /** The free times of the selected day; null where it has none. */
  children: ReactNode;
}

/** Days as a strip of links, and the times of the chosen one: it works before any script. */
export function SlotPicker({
  days,
  selectedDate,
  zone,
  dayHref,
  earlierHref,
  laterHref,
  children,
}: SlotPickerProps) {
  const t = useTranslations('appointments.book');
  const format = formatter(useLocale(), zone);
  return (
    <Card className="flex flex-col gap-5">
      <nav
        aria-label={t('days')}
        className="flex flex-wrap items-stretch justify-between gap-1 sm:flex-nowrap"
      >
        <Step href={earlierHref} label={t('earlier')}>
          <ChevronLeft aria-hidden className="size-5 rtl:-scale-x-100" />
        </Step>
        <ul className="grid min-w-0 flex-1 grid-cols-4 gap-1 max-sm:order-last max-sm:basis-full sm:grid-cols-7">
          {days.map((day) => (
            <li key={day.date}>
              <DayLink
                day={day}
                href={dayHref(day.date)}
                current={day.date === selectedDate}
                format={format}
                free={t('free', { count: day.slots.length })}
              />
            </li>
          ))}
        </ul>
        <Step href={laterHref} label={t('later')}>
          <ChevronRight aria-hidden className="size-5 rtl:-scale-x-100" />
        </Step>
      </nav>
      <section aria-labelledby="slots" className="flex flex-col gap-3">
        <h2 id="slots" className="text-xl">
          {t('timesOn', { day: format.plainLongDate(selectedDate) })}
        </h2>
        {children || <p className="text-muted">{t('noSlots')}</p>}
      </section>
    </Card>
  );
}

interface DayLinkProps {
  day: SlotDay;
  href: string;
  current: boolean;
  format: Formatter;
  free: string;
}

function DayLink({ day, href, current, format, free }: DayLinkProps) {
  return (
    <PageLink
      href={href}
      aria-current={current ? 'date' : undefined}
      className={`flex min-h-16 flex-col items-center justify-center rounded-field border px-1 py-2 text-center text-sm tabular-nums ${current ? 'border-primary bg-primary text-on-primary' : 'border-transparent hover:bg-sunken'} ${day.slots.length === 0 && !current ? 'text-muted' : ''}`}
    >
      <span>{format.plainWeekday(day.date)}</span>
      <span className="font-semibold">{format.plainDay(day.date)}</span>
      <span className="text-xs">{free}</span>
    </PageLink>
  );
}

function Step({ href, label, children }: { href: string | undefined; label: string; children: ReactNode }) {
  const look = 'flex min-h-11 w-11 shrink-0 items-center justify-center rounded-field';
  if (!href) return <span className={`${look} text-border`}>{children}</span>;
  return (
    <PageLink href={href} aria-label={label} className={`${look} text-primary-ink hover:bg-primary-soft`}>
      {children}
    </PageLink>
  );
}
