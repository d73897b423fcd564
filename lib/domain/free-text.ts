import { z } from 'zod';

/** Controls but line feed, carriage return and tab; and halves of a surrogate pair, which UTF-8 cannot hold. */
const unstorable = /[^\P{Cc}\n\r\t]|\p{Cs}/u;

/**
 * Text as a person typed it: kept to the byte, neither trimmed nor normalised nor stripped, and made safe where it is
 * shown. `max` counts code points.
 */
export function freeText(max: number) {
  return z
    .string()
    .refine((text) => !unstorable.test(text), { error: 'unstorable_characters' })
    .refine((text) => text.length <= max || [...text].length <= max, { error: 'too_long' })
    .meta({ maxLength: max });
}
