import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

/** A moment as RFC 3339 writes it, with its zone, to the microsecond that a column holds. */
export const momentInput = z.iso
  .datetime({ offset: true, error: 'invalid_date_time' })
  .transform((text, context) => {
    try {
      return Temporal.Instant.from(text).round({ smallestUnit: 'microsecond', roundingMode: 'floor' });
    } catch {
      // A leap second, or more digits than nanoseconds have.
      context.addIssue({ code: 'custom', message: 'invalid_date_time' });
      return z.NEVER;
    }
  });
