import { randomBytes } from 'node:crypto';
import { type Id, newId } from '#lib/platform/ids';
import { type Ring, ringBytes } from './columns';
import type { KeyProvider } from './key-provider';
import { uuidBytes } from './uuid-bytes';

/** `active` seals and opens, `opening` only opens (it was rotated away), `retired` is not loaded any more. */
export type RingKeyStatus = 'active' | 'opening' | 'retired';

/** A row of `encryption_keys`, but for its time. */
export interface RingKeyRow {
  readonly id: Id<'encryption_keys'>;
  readonly ring: Ring;
  readonly version: number;
  readonly wrapped_key: Uint8Array;
  readonly provider: string;
  readonly status: RingKeyStatus;
}

/** Makes a ring key and wraps it: the row to insert. Versions count from 1 and fit the header's u16. */
export async function newRingKey(ring: Ring, provider: KeyProvider, version = 1): Promise<RingKeyRow> {
  if (!Number.isInteger(version) || version < 1 || version > 0xffff)
    throw new RangeError('Version: 1 to 65535.');
  const id = newId('encryption_keys');
  const wrapped_key = await provider.wrap(randomBytes(32), wrappingContext({ id, ring, version }));
  return { id, ring, version, wrapped_key, provider: provider.name, status: 'active' };
}

/** Bound to its row, ring and version, so that the database cannot swap one ring's key for another's. */
export function wrappingContext(row: Pick<RingKeyRow, 'id' | 'ring' | 'version'>): Buffer {
  const place = Buffer.from('encryption_keys.wrapped_key\0');
  return Buffer.concat([
    place,
    uuidBytes(row.id),
    Buffer.of(ringBytes[row.ring], row.version >> 8, row.version & 0xff),
  ]);
}
