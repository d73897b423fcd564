import { Temporal } from 'temporal-polyfill';

/** The last day, by the clock of `zone`, of what holds until that moment: midnight ends the day before. */
export const lastDayOf = (until: string, zone: string): string =>
  Temporal.Instant.from(until).subtract({ nanoseconds: 1 }).toZonedDateTimeISO(zone).toPlainDate().toString();
