import { z } from 'zod';
import { freeText } from '#lib/domain/free-text';

/** All that a form may hold together, in code units: several long notes. */
const longestDraft = 60_000;

/** Which form of which page. It is kept as a keyed hash only. */
export const draftForm = z.string().regex(/^[\w.:-]{1,200}$/, { error: 'invalid' });

/** A form's fields as they were typed: names are ours, values are anything. */
export const draftFields = z
  .array(
    z.strictObject({
      name: z.string().regex(/^[a-z][\w.]{0,99}$/i, { error: 'invalid' }),
      value: freeText(20_000),
    }),
  )
  .max(60)
  .refine((fields) => fields.reduce((sum, { value }) => sum + value.length, 0) <= longestDraft, {
    error: 'too_long',
  });
