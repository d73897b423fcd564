/** What an archive says of itself. Its bytes are what is signed, so that nothing has to be written anew to be checked. */
export const manifestPath = 'MANIFEST.json';
export const signaturePath = 'MANIFEST.sig';
export const archiveFormat = 'medisecure-record-archive/1';

/** Whoever checks an archive holds all of it at once, and what it unpacks: more no browser and no Node reads whole. */
export const largestArchiveBytes = 2_000_000_000;
export const mostArchiveFiles = 10_000;

export interface ListedFile {
  readonly path: string;
  readonly size: number;
  /** In hexadecimal. */
  readonly sha256: string;
}

export interface Manifest {
  readonly format: typeof archiveFormat;
  /** The address of whoever signed it. */
  readonly issuer: string;
  readonly created_at: string;
  readonly record_number: string;
  readonly key_id: string;
  readonly files: readonly ListedFile[];
}

/** Null for what is no manifest of ours: then nothing that it says is believed. */
export function parseManifest(bytes: Uint8Array): Manifest | null {
  try {
    const read: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return isManifest(read) ? read : null;
  } catch {
    return null;
  }
}

function isManifest(read: unknown): read is Manifest {
  const { format, issuer, created_at, record_number, key_id, files } = fieldsOf(read);
  const texts = [issuer, created_at, record_number, key_id];
  return (
    format === archiveFormat &&
    texts.every((text) => typeof text === 'string') &&
    Array.isArray(files) &&
    files.every(isListed)
  );
}

function isListed(read: unknown): read is ListedFile {
  const { path, size, sha256 } = fieldsOf(read);
  return typeof path === 'string' && Number.isSafeInteger(size) && /^[0-9a-f]{64}$/.test(String(sha256));
}

const fieldsOf = (read: unknown): Record<string, unknown> =>
  typeof read === 'object' && read !== null ? (read as Record<string, unknown>) : {};
