import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '#db/client';
import { findAnsweringPhone, markPhoneUsed, type PhoneRow } from '#db/queries/phones';
import {
  countSmsCodeAttempt,
  insertSmsCode,
  lockSmsCode,
  markSmsCodesVoid,
  markSmsCodeUsed,
  type SmsPurpose,
} from '#db/queries/sms-codes';
import { blindIndex } from '#lib/crypto/blind-index';
import { hashCode } from '#lib/crypto/password-hash';
import { randomFigures } from '#lib/crypto/random-code';
import { open } from '#lib/crypto/seal';
import { constantTimeEqual } from '#lib/crypto/tokens';
import { type Id, newId } from '#lib/platform/ids';
import { whenNotBusy } from './when-not-busy';

/** OWASP ASVS 5, 6.5.4: six digits or more; 6.5.5: ten minutes at most. */
const codeLength = 6;
export const smsCodeMinutes = 10;

/** Wrong answers after which a code is dead. */
const mostAttempts = 5;

/** The attempt to sign in, or the session, that asked for a code. */
export type SmsAttempt = Pick<SmsPurpose, 'ticket_id' | 'session_id'>;

export interface NewSmsCode {
  readonly code: string;
  readonly hash: Uint8Array;
}

/** A code and its slow hash, for `prepare`. It is worth nothing until it is sent. */
export async function prepareSmsCode(userId: Id<'users'>): Promise<NewSmsCode> {
  const code = randomFigures(codeLength);
  return { code, hash: await hashOf(userId, code) };
}

/** The slow hash of what somebody typed; null for what is no code, which costs nothing. */
export async function smsCodeHash(userId: Id<'users'>, typed: string): Promise<Uint8Array | null> {
  return /^\d{6}$/.test(typed) ? hashOf(userId, typed) : null;
}

interface Issue {
  readonly userId: Id<'users'>;
  readonly purpose: SmsPurpose;
  readonly now: Temporal.Instant;
}

/** From now on the code is good for this; one that was made for the same before is not. Gives the end of it. */
export async function issueSmsCode(
  tx: Tx,
  hash: Uint8Array,
  { userId, purpose, now }: Issue,
): Promise<Temporal.Instant> {
  const expires_at = now.add({ minutes: smsCodeMinutes });
  await markSmsCodesVoid(tx, purpose);
  const id = newId('sms_codes');
  await insertSmsCode(tx, { ...purpose, id, user_id: userId, code_hash: hash, created_at: now, expires_at });
  return expires_at;
}

/** Uses the code up that was sent for this attempt to the number that answers. A wrong one counts against it. */
export async function spendSmsCode(tx: Tx, hash: Uint8Array | null, attempt: SmsAttempt): Promise<boolean> {
  const phone = await findAnsweringPhone(tx);
  return phone !== null && takeSmsCode(tx, hash, { factor_id: phone.id, ...attempt });
}

/** Whether it is the code that was sent: a look, which `takeSmsCode` repeats. Counts nothing. */
export async function isSmsCode(tx: Tx, hash: Uint8Array | null, purpose: SmsPurpose): Promise<boolean> {
  const sent = await lockSmsCode(tx, purpose, mostAttempts);
  return sent !== null && hash !== null && constantTimeEqual(hash, sent.code_hash);
}

/** The same for a number that does not count yet. */
export async function takeSmsCode(tx: Tx, hash: Uint8Array | null, purpose: SmsPurpose): Promise<boolean> {
  const sent = await lockSmsCode(tx, purpose, mostAttempts);
  if (!sent) return false;
  if (!hash || !constantTimeEqual(hash, sent.code_hash)) {
    await countSmsCodeAttempt(tx, sent.id);
    return false;
  }
  await markSmsCodeUsed(tx, sent.id);
  await markPhoneUsed(tx, purpose.factor_id);
  return true;
}

export const numberOf = ({ id, secret }: Pick<PhoneRow, 'id' | 'secret'>): string =>
  open('factors.secret', id, secret);

/** What is told of a number: enough for its owner to know it again. */
export const endOf = (number: string): string => number.slice(-2);

/** A keyed salt for each account: without the key a dump cannot even be tried. */
const hashOf = (userId: Id<'users'>, code: string) =>
  whenNotBusy(() => hashCode(code, blindIndex('sms_code', userId).subarray(0, 16)));
