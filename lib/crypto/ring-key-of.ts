import { type Ring, ringBytes, type SealedColumn, sealedColumns } from './columns';
import { SealBroken, UnknownKeyVersion } from './crypto-errors';
import { readHeader } from './envelope';
import { keyRing, type RingKey } from './key-ring';

/**
 * The key that a sealed value's header names, provided it is of the ring that seals this column.
 * @throws SealBroken, UnknownKeyVersion
 */
export function ringKeyOf(column: SealedColumn, sealed: Uint8Array): RingKey {
  const { ring, version } = readHeader(sealed);
  const expected = ringOf(column);
  if (ring !== ringBytes[expected]) throw new SealBroken();
  const key = keyRing.version(expected, version);
  if (!key) throw new UnknownKeyVersion(`No version ${version} of ring ${expected}.`);
  return key;
}

/** The ring that seals a column which no patient's key seals. */
export function ringOf(column: SealedColumn): Ring {
  const ring = sealedColumns[column];
  if (ring === 'patient') throw new TypeError(`${column} is sealed by a patient's key.`);
  return ring;
}
