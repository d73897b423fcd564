import type { Tx } from '#db/client';
import { type BlobRow, listBlobs } from '#db/queries/blobs';
import type { Id } from '#lib/platform/ids';

type Document = { readonly id: Id<'medical_records'> };

/** The newest file of each of these documents of one chart, by document. */
export async function listNewestFiles(
  tx: Tx,
  patientId: Id<'patients'>,
  documents: readonly Document[],
): Promise<ReadonlyMap<string, BlobRow>> {
  const ids = documents.map(({ id }) => id);
  const blobs = ids.length === 0 ? [] : await listBlobs(tx, patientId, ids);
  return new Map(blobs.map((blob) => [blob.record_id, blob]));
}
