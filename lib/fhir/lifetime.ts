import type { Temporal } from 'temporal-polyfill';
import { certainlyBefore, parseFhirDate } from './dates';

/** What the dates of a record are held against. */
export interface Lifetime {
  readonly birthDate: string | null;
  readonly now: Temporal.Instant;
}

/** A date without its day or month passes where it can be meant rightly. */
export const isBeforeBirth = (date: string, { birthDate }: Lifetime): boolean =>
  birthDate !== null && certainlyBefore(date, birthDate);

/** Clocks differ a little, and zones by a day; more than that has not happened. */
export function isAhead(date: string, { now }: Lifetime): boolean {
  const start = parseFhirDate(date, 'UTC')?.start;
  return start !== undefined && start.epochMilliseconds > now.add({ hours: 24 }).epochMilliseconds;
}
