import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { hasFourDigitYear } from './four-digit-year';

/** A moment as RFC 3339 writes it, with its zone, to the microsecond that a column holds. */
export const momentInput = z.iso
  .datetime({ offset: true, error: 'invalid_date_time' })
  .transform((text, context) => {
    const moment = momentOf(text);
    if (moment && hasFourDigitYear(moment)) return moment;
    context.addIssue({ code: 'custom', message: 'invalid_date_time' });
    return z.NEVER;
  });

function momentOf(text: string): Temporal.Instant | null {
  try {
    return Temporal.Instant.from(text).round({ smallestUnit: 'microsecond', roundingMode: 'floor' });
  } catch {
    return null; // a leap second, or more digits than nanoseconds have
  }
}
