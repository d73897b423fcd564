import { fhirHashOf, hashOf } from '#lib/crypto/sealed-file';
import { invalidField, OperationError } from '#lib/errors/operation-error';
import { kindOf, type MediaType } from '#lib/files/file-kind';
import { withoutMetadata } from '#lib/files/without-metadata';

export interface ReceivedFile {
  readonly bytes: Uint8Array;
  readonly media_type: MediaType;
  readonly file_name: string | undefined;
  readonly sha256: string;
  /** In base64, as FHIR R4 asks. */
  readonly sha1: string;
}

interface Sent {
  readonly content: Uint8Array;
  readonly file_name?: string | undefined;
}

/**
 * The file as it will be kept: of a kind that is taken, and without what it tells of its maker.
 * @throws OperationError `file_not_accepted`, or `validation_failed` for an image that cannot be read
 */
export async function receiveFile({ content, file_name }: Sent): Promise<ReceivedFile> {
  const media_type = await kindOf(content, file_name);
  if (!media_type) throw new OperationError('file_not_accepted');
  const bytes = await withoutMetadata(content, media_type).catch((error: unknown) => {
    if (error instanceof Error && error.name === 'BrokenImage') throw unreadable();
    throw error;
  });
  return { bytes, media_type, file_name, sha256: hashOf(bytes).toString('hex'), sha1: fhirHashOf(bytes) };
}

export const unreadable = (): OperationError =>
  invalidField('content', 'unreadable_image', 'The image cannot be read');
