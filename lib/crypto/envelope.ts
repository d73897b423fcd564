import { createCipheriv, createDecipheriv, type KeyObject, randomBytes } from 'node:crypto';
import { ringBytes, type SealedColumn } from './columns';
import { SealBroken } from './crypto-errors';
import { uuidBytes } from './uuid-bytes';

const ALGORITHM = 'aes-256-gcm';
const FORMAT = 1;
const HEADER_BYTES = 4;
const NONCE_BYTES = 12; // the only size that GCM uses as is (NIST SP 800-38D, 8.2)
const TAG_BYTES = 16;
export const OVERHEAD_BYTES = HEADER_BYTES + NONCE_BYTES + TAG_BYTES;

/** A key as the envelope names it: which ring, which version. */
export interface EnvelopeKey {
  readonly ring: keyof typeof ringBytes;
  readonly version: number;
  readonly key: KeyObject;
}

/** Where a value lives. Part of what is authenticated, so a value that moves does not open. */
export interface Place {
  /** A cursor is no column's: it travels in an address. */
  readonly column: SealedColumn | 'cursor';
  readonly rowId: string;
  /** Of a row that is one part of something: which. */
  readonly part?: number;
}

/** format(1) ring(1) version(u16, big-endian) ‖ nonce(12) ‖ tag(16) ‖ ciphertext */
export function sealBytes(place: Place, plaintext: Uint8Array, key: EnvelopeKey): Buffer {
  const sealed = Buffer.allocUnsafe(OVERHEAD_BYTES + plaintext.byteLength);
  writeHeader(sealed, key);
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, key.key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(additionalData(sealed, place));
  sealed.set(nonce, HEADER_BYTES);
  sealed.set(cipher.update(plaintext), OVERHEAD_BYTES);
  cipher.final();
  sealed.set(cipher.getAuthTag(), HEADER_BYTES + NONCE_BYTES);
  return sealed;
}

/** @throws SealBroken when any byte, the row or the column is not what was sealed. */
export function openBytes(place: Place, sealed: Uint8Array, key: EnvelopeKey): Buffer {
  const header = readHeader(sealed);
  if (header.ring !== ringBytes[key.ring] || header.version !== key.version) throw new SealBroken();
  const nonce = sealed.subarray(HEADER_BYTES, HEADER_BYTES + NONCE_BYTES);
  const decipher = createDecipheriv(ALGORITHM, key.key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(additionalData(sealed, place));
  decipher.setAuthTag(sealed.subarray(HEADER_BYTES + NONCE_BYTES, OVERHEAD_BYTES));
  const plaintext = decipher.update(sealed.subarray(OVERHEAD_BYTES));
  try {
    decipher.final();
  } catch {
    throw new SealBroken();
  }
  return plaintext;
}

/** @throws SealBroken when the bytes cannot be a sealed value. */
export function readHeader(sealed: Uint8Array): { ring: number; version: number } {
  if (sealed.byteLength < OVERHEAD_BYTES || sealed[0] !== FORMAT) throw new SealBroken();
  const [, ring = 0, high = 0, low = 0] = sealed;
  return { ring, version: (high << 8) | low };
}

function writeHeader(sealed: Buffer, { ring, version }: EnvelopeKey): void {
  sealed[0] = FORMAT;
  sealed[1] = ringBytes[ring];
  sealed.writeUInt16BE(version, 2);
}

/** header ‖ utf8('table.column') ‖ 0x00 ‖ the row's 16 uuid bytes ‖ the part's number (u32), where there are parts */
function additionalData(sealed: Uint8Array, { column, rowId, part }: Place): Buffer {
  const head = sealed.subarray(0, HEADER_BYTES);
  return Buffer.concat([head, Buffer.from(`${column}\0`), uuidBytes(rowId), numberOf(part)]);
}

function numberOf(part: number | undefined): Buffer {
  const bytes = Buffer.alloc(part === undefined ? 0 : 4);
  if (part !== undefined) bytes.writeUInt32BE(part);
  return bytes;
}
