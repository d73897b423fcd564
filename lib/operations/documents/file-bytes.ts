import { z } from 'zod';
import { largestFileBytes } from '#lib/domain/file-size';

const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);
const base64 = z.base64().transform((text): Uint8Array => Buffer.from(text, 'base64'));

/** A file: its bytes, as doors hand them in, or base64 where bytes have no place (an example, a document of JSON). */
export const fileBytes = z
  .union([bytes, base64])
  .refine((file) => file.byteLength > 0, { error: 'empty_file' })
  .refine((file) => file.byteLength <= largestFileBytes, { error: 'file_too_large' });
