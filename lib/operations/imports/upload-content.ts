import { z } from 'zod';

/** The bytes of an upload in pieces. They are read more than once, so each reading begins anew. */
export type UploadContent = Iterable<Uint8Array> | AsyncIterable<Uint8Array>;

const isContent = (value: unknown): value is UploadContent =>
  typeof value === 'object' && value !== null && (Symbol.iterator in value || Symbol.asyncIterator in value);

export const uploadContent = z.custom<UploadContent>(isContent, 'required');
