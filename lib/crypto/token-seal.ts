import { createSecretKey } from 'node:crypto';
import type { ColumnOf, Sealed } from './columns';
import { type EnvelopeKey, openBytes, sealBytes } from './envelope';
import { keyRing, type RingKey } from './key-ring';
import { ringKeyOf } from './ring-key-of';
import { deriveKey } from './tokens';

type TokenColumn = ColumnOf<'tokens'>;

/**
 * Seals a text that only the holder of a token may read again: the key comes from the token and from ring
 * `tokens`, so neither the database with its keys nor the token alone opens it.
 */
export function sealUnderToken<C extends TokenColumn>(
  column: C,
  rowId: string,
  plaintext: string,
  token: string,
): Sealed<C> {
  const key = underToken(keyRing.current('tokens'), token);
  return sealBytes({ column, rowId }, Buffer.from(plaintext), key) as Uint8Array as Sealed<C>;
}

/** @throws SealBroken also for another token; UnknownKeyVersion */
export function openUnderToken<C extends TokenColumn>(
  column: C,
  rowId: string,
  sealed: Sealed<C>,
  token: string,
): string {
  const key = underToken(ringKeyOf(column, sealed), token);
  return openBytes({ column, rowId }, sealed, key).toString('utf8');
}

function underToken(ringKey: RingKey, token: string): EnvelopeKey {
  const bytes = deriveKey(ringKey.key, `seal-under-token\0${token}`);
  const key = createSecretKey(bytes);
  bytes.fill(0);
  return { ring: ringKey.ring, version: ringKey.version, key };
}
