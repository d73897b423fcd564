import type { StoredFile } from '#db/queries/blobs';
import { SealBroken } from '#lib/crypto/crypto-errors';
import type { PatientKey } from '#lib/crypto/patient-key';
import { hashOf, openFile } from '#lib/crypto/sealed-file';
import { outside } from '#lib/storage/stores';
import { type FileFacts, openFacts } from './file-facts';

type Stored = Pick<StoredFile, 'id' | 'facts' | 'storage' | 'sealed_bytes'>;

/** Under which a file stands in an object store. */
export const objectName = (id: string): string => `blobs/${id}`;

/**
 * The sealed bytes of a file, wherever they stand. Asks the network for those that have left the database, so no
 * transaction may be open.
 */
export async function sealedBytesOf({
  id,
  storage,
  sealed_bytes,
}: Omit<Stored, 'facts'>): Promise<Uint8Array> {
  if (storage === 'database') return sealed_bytes ?? new Uint8Array();
  const { objects } = outside();
  if (!objects) throw new Error('A file stands in an object store, and none is configured.');
  return (await objects.get(objectName(id))) ?? new Uint8Array();
}

/** The file itself. @throws SealBroken where not every bit is as it was */
export async function fileOf(stored: Stored, key: PatientKey): Promise<{ facts: FileFacts; bytes: Buffer }> {
  const facts = openFacts(stored, key);
  const bytes = openFile(stored.id, await sealedBytesOf(stored), facts.size, key);
  if (hashOf(bytes).toString('hex') !== facts.sha256) throw new SealBroken();
  return { facts, bytes };
}
