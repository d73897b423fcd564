import { z } from 'zod';
import { coded, hasCode, needsCode, numberOrText, resourceId, someText } from './content-fields';

/** Room for a long visit in one note. */
const longestNote = 50_000;

export const noteContent = z
  .strictObject({
    ...coded,
    /** Kept to the byte. */
    body: someText(longestNote),
    /** The note of the same chart to which this one adds. */
    relates_to: resourceId.optional(),
  })
  .refine(hasCode, needsCode);

export const documentContent = z
  .strictObject({
    ...coded,
    media_type: z
      .string()
      .meta({ maxLength: 100 })
      .regex(/^[a-z0-9][a-z0-9!#$&^_.+-]{0,49}\/[a-z0-9][a-z0-9!#$&^_.+-]{0,48}$/),
    /** In bytes. */
    size: numberOrText(
      z
        .string()
        .meta({ maxLength: 10 })
        .regex(/^(0|[1-9]\d{0,8}|1\d{9})$/),
    ).optional(),
    /** In base64, as R4 asks. */
    sha1: z
      .string()
      .meta({ maxLength: 28 })
      .regex(/^[A-Za-z0-9+/]{27}=$/)
      .optional(),
    blob_id: resourceId.optional(),
    file_name: someText(255).optional(),
    category: someText(200).optional(),
  })
  .refine(hasCode, needsCode);
