import { z } from 'zod';

/**
 * A calendar date of a clinic's life. The bounds leave room for what is added to it: a day of another zone, a fortnight
 * of free times.
 */
export const dateInput = z.iso
  .date()
  .refine((text) => text >= '1900-01-01' && text <= '2999-12-31', { error: 'invalid_date' });
