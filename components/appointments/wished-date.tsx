import { Temporal } from 'temporal-polyfill';

/**
 * A date of an address; null where what stands there is none, or none of a clinic's life: the operations take no date
 * beyond 2999, and a page asks for a week more.
 */
export function wishedDate(text: string | undefined): Temporal.PlainDate | null {
  if (!text || !/^(?:19|2[0-8])\d{2}-\d{2}-\d{2}$/.test(text)) return null;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' });
  } catch {
    return null;
  }
}
