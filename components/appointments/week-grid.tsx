import { useLocale, useTranslations } from 'next-intl';
import { PageLink } from '#components/ui/page-link';
import { formatter } from '#lib/i18n/format';
import type { MovableVisit } from './visit';
import { WeekClosed } from './week-closed';
import type { WeekDay } from './week-days';
import { WeekVisit } from './week-visit';

interface WeekGridProps {
  week: readonly WeekDay<MovableVisit>[];
  /** The hours that are shown. */
  first: number;
  last: number;
  today: string;
  zone: string;
  dayHref: (date: string) => string;
  visitHref: (id: string) => string;
  moveHref: (id: string) => string;
}

/** Where the hours of this grid begin and end: a class each, as no page may style an element of its own. */
const hoursClass = (first: number, last: number) => `[--first:${first}] [--last:${last}]`;
const tall = 'lg:h-[calc((var(--last)-var(--first))*4.5rem)]';
const lines = 'lg:bg-[repeating-linear-gradient(to_bottom,var(--border)_0_1px,transparent_1px_4.5rem)]';

/** Seven days side by side by the hour; on a narrow screen one below the other. */
export function WeekGrid({ week, first, last, today, zone, dayHref, visitHref, moveHref }: WeekGridProps) {
  const t = useTranslations('appointments');
  const format = formatter(useLocale(), zone);
  const hours = Array.from({ length: last - first }, (_, index) => first + index);
  return (
    <div
      className={`card-edge rounded-card border border-border bg-surface p-3 lg:grid lg:grid-cols-[3rem_repeat(7,minmax(0,1fr))] ${hoursClass(first, last)}`}
    >
      <div aria-hidden className="hidden pt-11 text-xs text-muted tabular-nums lg:block compact:pt-9">
        {hours.map((hour) => (
          <div key={hour} className="-mt-2 mb-2 h-[4.5rem]">
            {`${String(hour).padStart(2, '0')}:00`}
          </div>
        ))}
      </div>
      {week.map(({ date, closed, visits, hasLane }) => (
        <section
          key={date}
          aria-labelledby={`day-${date}`}
          className="min-w-0 max-lg:py-2 lg:border-s lg:border-border"
        >
          <h2 id={`day-${date}`} className="h-11 px-2 text-sm font-semibold compact:h-9">
            <PageLink
              href={dayHref(date)}
              aria-current={date === today ? 'date' : undefined}
              className="inline-flex min-h-11 items-center rounded-field px-1 hover:bg-sunken aria-[current=date]:bg-primary-soft aria-[current=date]:text-primary-ink compact:min-h-8"
            >
              {`${format.plainWeekday(date)} ${format.plainDay(date)}`}
            </PageLink>
          </h2>
          {visits.length === 0 && <p className="px-3 text-sm text-muted lg:sr-only">{t('week.none')}</p>}
          <ol
            data-day={date}
            className={`flex flex-col gap-1 lg:relative lg:block ${tall} ${lines} ${hasLane ? '[--lane:41%]' : '[--lane:0%]'}`}
          >
            {closed.map((each) => (
              <WeekClosed key={each.closed.kind + each.closed.starts_at} {...each} zone={zone} />
            ))}
            {visits.map((each) => (
              <WeekVisit
                key={each.visit.id}
                {...each}
                date={date}
                zone={zone}
                href={visitHref(each.visit.id)}
                moveHref={moveHref(each.visit.id)}
              />
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}
