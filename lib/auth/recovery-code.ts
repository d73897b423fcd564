import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '#db/client';
import {
  insertRecoveryCode,
  markRecoveryCodesReplaced,
  markRecoveryCodeUsed,
} from '#db/queries/recovery-codes';
import { blindIndex } from '#lib/crypto/blind-index';
import { hashCode } from '#lib/crypto/password-hash';
import { randomCode } from '#lib/crypto/random-code';
import { type Id, newId } from '#lib/platform/ids';
import { whenNotBusy } from './when-not-busy';

const recoveryCodeCount = 10;

/** 50 random bits each: more than twice the 20 that OWASP ASVS 5, 6.5.4 asks for. */
const codeLength = 10;

export interface NewRecoveryCodes {
  /** As they are shown, once: `xxxxx-xxxxx`. */
  readonly codes: readonly string[];
  readonly hashes: readonly Uint8Array[];
}

/**
 * Ten codes and their slow hashes, for `prepare`. They count for nothing until they are issued. Made one after the other:
 * a single request takes one place in the hashing queue.
 */
export async function prepareRecoveryCodes(userId: Id<'users'>): Promise<NewRecoveryCodes> {
  const codes = Array.from({ length: recoveryCodeCount }, () => randomCode(codeLength));
  const hashes: Uint8Array[] = [];
  for (const code of codes) hashes.push(await hashOf(userId, code));
  return { codes: codes.map((code) => `${code.slice(0, 5)}-${code.slice(5)}`), hashes };
}

/** The actor's new set; every older code stops to work. Gives the codes, for their owner's eyes. */
export async function issueRecoveryCodes(
  tx: Tx,
  userId: Id<'users'>,
  { codes, hashes }: NewRecoveryCodes,
  now: Temporal.Instant,
): Promise<string[]> {
  await markRecoveryCodesReplaced(tx);
  for (const code_hash of hashes) {
    await insertRecoveryCode(tx, {
      id: newId('recovery_codes'),
      user_id: userId,
      code_hash,
      created_at: now,
    });
  }
  return [...codes];
}

/** The slow hash of what somebody typed, for `prepare`; null for what is no code, which costs nothing. */
export async function recoveryCodeHash(userId: Id<'users'>, typed: string): Promise<Uint8Array | null> {
  const code = normalised(typed);
  return code.length === codeLength ? hashOf(userId, code) : null;
}

/** Uses a code up: of two uses at once one wins. */
export function spendRecoveryCode(tx: Tx, hash: Uint8Array | null): Promise<boolean> {
  return hash ? markRecoveryCodeUsed(tx, hash) : Promise.resolve(false);
}

/** Crockford's reading: case, hyphens and spaces do not matter, O is 0, I and L are 1. */
const normalised = (typed: string) =>
  typed
    .toLowerCase()
    .replace(/[^0-9a-z]/g, '')
    .replaceAll('o', '0')
    .replace(/[il]/g, '1');

/** One salt for an account, so that one slow hash finds a code among the ten. */
const hashOf = (userId: Id<'users'>, code: string) =>
  whenNotBusy(() => hashCode(code, blindIndex('recovery_code', userId).subarray(0, 16)));
