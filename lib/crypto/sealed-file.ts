import { createHash } from 'node:crypto';
import { ringBytes, type Sealed } from './columns';
import { SealBroken, UnknownKeyVersion } from './crypto-errors';
import { OVERHEAD_BYTES, openBytes, readHeader, sealBytes } from './envelope';
import type { PatientKey } from './patient-key';

const column = 'blob_chunks.content';

type SealedChunk = Sealed<typeof column>;

/** Of the plaintext. Each sealed chunk but the last is this long and an envelope longer. */
const CHUNK_BYTES = 256 * 1024;

/** Seals a file in chunks, each bound to its file and its place in it: none can be moved, repeated or left out. */
export function sealFile(blobId: string, bytes: Uint8Array, key: PatientKey): SealedChunk[] {
  const count = Math.ceil(bytes.byteLength / CHUNK_BYTES);
  return Array.from({ length: count }, (_, part) => {
    const chunk = bytes.subarray(part * CHUNK_BYTES, (part + 1) * CHUNK_BYTES);
    return sealBytes({ column, rowId: blobId, part }, chunk, key) as Uint8Array as SealedChunk;
  });
}

/**
 * The file whose sealed chunks stand one behind the other, wherever they were stored.
 * @param size what the file's sealed facts say: chunks missing at the end would not be seen otherwise
 * @throws SealBroken, UnknownKeyVersion
 */
export function openFile(blobId: string, sealed: Uint8Array, size: number, key: PatientKey): Buffer {
  const step = CHUNK_BYTES + OVERHEAD_BYTES;
  const count = Math.ceil(sealed.byteLength / step);
  const chunks = Array.from({ length: count }, (_, part) => {
    const chunk = sealed.subarray(part * step, (part + 1) * step);
    assertSealedBy(chunk, key);
    return openBytes({ column, rowId: blobId, part }, chunk, key);
  });
  const bytes = Buffer.concat(chunks);
  if (bytes.byteLength !== size) throw new SealBroken();
  return bytes;
}

function assertSealedBy(chunk: Uint8Array, { version }: PatientKey): void {
  const header = readHeader(chunk);
  if (header.ring !== ringBytes.patient) throw new SealBroken();
  if (header.version !== version) {
    throw new UnknownKeyVersion(`Not version ${version} of a patient key.`);
  }
}

/** SHA-256 over parts that stand one behind the other. */
export function hashOf(...parts: readonly Uint8Array[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}

/** SHA-1 in base64: what FHIR R4 writes beside an attachment. It proves nothing, and nothing of ours relies on it. */
export const fhirHashOf = (bytes: Uint8Array): string => createHash('sha1').update(bytes).digest('base64');
