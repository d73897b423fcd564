import type { Temporal } from 'temporal-polyfill';
import { formatter } from '#lib/i18n/format';

interface VisitTime {
  readonly at: Temporal.Instant;
  readonly zone: string;
}

/** By the clock of its reader, whose zone is named: it may be another than that of the place. */
export function visitTime({ at, zone }: VisitTime, locale: string): string {
  const format = formatter(locale, zone);
  return `${format.longDateWithYear(at)}, ${format.time(at)} (${zone})`;
}
