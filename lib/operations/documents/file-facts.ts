import { z } from 'zod';
import type { BlobRow } from '#db/queries/blobs';
import type { PatientKey } from '#lib/crypto/patient-key';
import { open } from '#lib/crypto/seal';
import { mediaTypes } from '#lib/files/file-kind';

/** What is sealed beside a file. Its length and hash are of the bytes that are to come out again. */
const fileFacts = z.strictObject({
  media_type: z.enum(mediaTypes),
  file_name: z.string().nullable(),
  size: z.int(),
  sha256: z.string(),
});

export type FileFacts = z.output<typeof fileFacts>;

/** @throws SealBroken */
export const openFacts = ({ id, facts }: Pick<BlobRow, 'id' | 'facts'>, key: PatientKey): FileFacts =>
  fileFacts.parse(JSON.parse(open('blobs.facts', id, facts, key)));
