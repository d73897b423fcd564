import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { freeText } from './free-text';

/** First and last name: anything a person is called, at most 100 characters, not only spaces. */
export const personName = freeText(100)
  .refine((name) => /\S/u.test(name), { error: 'required' })
  .refine((name) => !/[\n\r\t]/.test(name), { error: 'unstorable_characters' });

/** E.164 (ITU-T): a plus, a country code, 15 digits at most; 7 is the shortest in use. */
export const phoneNumber = z
  .string()
  .meta({ maxLength: 16 })
  .regex(/^\+[1-9]\d{6,14}$/, { error: 'invalid_phone_number' });

/** A language as BCP 47 writes it, such as `en` or `pt-BR`: what the product does not speak falls back to what it does. */
export const languageTag = z
  .string()
  .max(35)
  .regex(/^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/, { error: 'invalid_language' });

const earliestBirth = '1875-01-01'; // the longest life on record began in this year

/** An ISO date that exists, not after `today` and not before anyone alive was born. */
export function dateOfBirth(today: Temporal.PlainDate) {
  return z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'invalid_date' })
    .refine(exists, { error: 'invalid_date', abort: true })
    .refine((date) => date <= today.toString(), { error: 'in_the_future' })
    .refine((date) => date >= earliestBirth, { error: 'too_long_ago' });
}

function exists(date: string): boolean {
  try {
    return Temporal.PlainDate.from(date).toString() === date;
  } catch {
    return false;
  }
}
