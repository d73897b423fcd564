import { useLocale } from 'next-intl';
import { Temporal } from 'temporal-polyfill';
import { formatter } from '#lib/i18n/format';
import type { VisitView } from './visit';

type Timed = Pick<VisitView, 'scheduled_at'> & { zone: string };

/** The ISO date of a visit where it takes place. */
export const visitDay = ({ scheduled_at, zone }: Timed): string =>
  Temporal.Instant.from(scheduled_at).toZonedDateTimeISO(zone).toPlainDate().toString();

/** "Thursday 26 November, 10:20", by the clock of the place where it takes place. */
export function useVisitTime(): (visit: Timed) => string {
  const locale = useLocale();
  return ({ scheduled_at: at, zone }) => {
    const format = formatter(locale, zone);
    return `${format.longDate(at)}, ${format.time(at)}`;
  };
}
