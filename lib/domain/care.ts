import { Temporal } from 'temporal-polyfill';

/** What a patient can open to somebody who looks after them. */
export const carerScopes = ['chart', 'appointments', 'chart_and_appointments'] as const;

/** What a doctor can open to a colleague: the chart without its restricted parts, or with them. */
export const consultingScopes = ['chart', 'restricted'] as const;

/** The end of that day, where the clock shows `zone`: a grant lasts through its last day. */
export function endOfDay(date: string, zone: string): Temporal.Instant {
  return Temporal.PlainDate.from(date).add({ days: 1 }).toZonedDateTime(zone).toInstant();
}
