import { z } from 'zod';

/** Control characters but tab, line feed and carriage return, and halves of a surrogate pair. */
const unstorable = /[^\P{Cc}\t\n\r]|\p{Surrogate}/u;

/**
 * Free text is stored as it was typed: nothing is trimmed, normalised or stripped, so that `<5 mmol/L` survives.
 * Only what no text can hold is refused.
 */
export const verbatimText = (limit: number) =>
  z
    .string()
    .min(1)
    .max(limit)
    .refine((text) => !unstorable.test(text), {
      error: 'Contains a control character or half a character',
      params: { code: 'unstorable_character' },
    })
    .refine((text) => /\S/u.test(text), { error: 'Is blank', params: { code: 'blank' } });
