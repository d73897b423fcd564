import { z } from 'zod';
import { largestFileBytes } from '#lib/domain/file-size';

/** A file: its bytes, as doors hand them in, or base64 where bytes have no place (an example, a document of JSON). */
export const fileBytes = z
  .union([
    z.instanceof(Uint8Array),
    z.base64().transform((text) => new Uint8Array(Buffer.from(text, 'base64'))),
  ])
  .refine((bytes) => bytes.byteLength > 0, { error: 'empty_file' })
  .refine((bytes) => bytes.byteLength <= largestFileBytes, { error: 'file_too_large' });
