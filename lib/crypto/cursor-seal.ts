import { createSecretKey } from 'node:crypto';
import { SealBroken } from './crypto-errors';
import { type EnvelopeKey, openBytes, readHeader, sealBytes } from './envelope';
import { keyRing, type RingKey } from './key-ring';
import { deriveKey } from './tokens';

const place = (userId: string) => ({ column: 'cursor', rowId: userId }) as const;

/**
 * How far somebody has read a list, as a text that opens to nobody but them, and to them only here: a moment of a life
 * has no place in an address in the open.
 */
export function sealCursor(userId: string, position: string): string {
  const key = keyFor(keyRing.current('tokens'));
  return sealBytes(place(userId), Buffer.from(position), key).toString('base64url');
}

/** Null for whatever was not sealed for this very user. */
export function openCursor(userId: string, cursor: string): string | null {
  const sealed = Buffer.from(cursor, 'base64url');
  try {
    const key = keyRing.version('tokens', readHeader(sealed).version);
    return key ? openBytes(place(userId), sealed, keyFor(key)).toString('utf8') : null;
  } catch (thrown) {
    if (thrown instanceof SealBroken) return null;
    throw thrown;
  }
}

function keyFor(ringKey: RingKey): EnvelopeKey {
  const bytes = deriveKey(ringKey.key, 'cursor');
  const key = createSecretKey(bytes);
  bytes.fill(0);
  return { ring: ringKey.ring, version: ringKey.version, key };
}
