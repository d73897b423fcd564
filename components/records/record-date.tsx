import type { Formatter } from '#lib/i18n/format';

/** The date of an event with the precision that was recorded: a year, a month, a day or a moment. */
export function recordDate(written: string, format: Formatter): string {
  return written.includes('T') ? format.date(written) : format.partialDate(written);
}
