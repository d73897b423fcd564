import { become, type Tx, withActor } from '#db/client';
import { findOwnAccount } from '#db/queries/own-account';
import { findLogin, type LoginRow } from '#db/queries/sign-in';
import { markPasswordHash, markPasswordState } from '#db/queries/users';
import { blindIndex } from '#lib/crypto/blind-index';
import { dummyVerify, hashPassword, needsRehash, verifyPassword } from '#lib/crypto/password-hash';
import { open } from '#lib/crypto/seal';
import { OperationError } from '#lib/errors/operation-error';
import type { Id } from '#lib/platform/ids';
import { type BreachVerdict, checkBreach } from './breach-check';
import type { Moment } from './moment';
import { whenNotBusy } from './when-not-busy';

/** What the slow part of a sign-in has found out, before its transaction. */
export interface PasswordProof {
  readonly emailIndex: Uint8Array;
  readonly login: LoginRow | null;
  /** The password is right, and its account opens. */
  readonly proven: boolean;
  /** Made where the stored hash is of an older cost (OWASP ASVS 5, 11.4.2). */
  readonly newHash: string | null;
  /** What the breach check now says of a password that it could not be asked about when it was set. */
  readonly recheck: BreachVerdict;
}

/** One look and one hash, whether the account exists or not: neither answer nor time tells (OWASP ASVS 5, 6.3.8). */
export async function provePassword(
  { email, password }: { email: string; password: string },
  moment: Moment,
): Promise<PasswordProof> {
  const emailIndex = blindIndex('email', email);
  const login = await withActor({ kind: 'anonymous', ...moment }, (tx) => findLogin(tx, emailIndex));
  const stored = login?.password_hash ?? null;
  const matches = await whenNotBusy(() =>
    stored === null ? dummyVerify(password) : verifyPassword(stored, password),
  );
  // From here on an account that does not open is worked for as one that does not exist.
  const opens = login?.is_verified && !login.is_disabled;
  const proven = matches && opens === true;
  const outdated = proven && stored !== null && needsRehash(stored);
  const newHash = outdated ? await whenNotBusy(() => hashPassword(password)) : null;
  return { emailIndex, login, proven, newHash, recheck: await recheckBreach(login, proven, password) };
}

/**
 * Only for a password that is right on an account that opens: whoever waits longer here learns no more than the answer
 * tells them anyway. The check has a time limit of its own, and nothing that it says keeps anybody out.
 */
async function recheckBreach(
  login: LoginRow | null,
  proven: boolean,
  password: string,
): Promise<BreachVerdict> {
  return proven && login?.password_state === 'unchecked' ? checkBreach(password) : 'unknown';
}

/** The same for somebody who is signed in. Null for an account that is gone. */
export async function proveOwnPassword(
  userId: Id<'users'>,
  password: string,
  moment: Moment,
): Promise<PasswordProof | null> {
  const email = await withActor({ kind: 'anonymous', ...moment }, async (tx) => {
    await become(tx, userId);
    const account = await findOwnAccount(tx);
    return account && open('users.email', userId, account.email);
  });
  return email === null ? null : provePassword({ email, password }, moment);
}

/**
 * The account whose password was proven, acting from here on. Looks again, because hashing took its time.
 * @throws OperationError `invalid_credentials`, the same for unknown, unverified, disabled and wrong
 */
export async function acceptPassword(tx: Tx, proof: PasswordProof): Promise<LoginRow> {
  const { login, proven } = proof;
  const now = login && proven ? await findLogin(tx, proof.emailIndex) : null;
  const unchanged = now !== null && now.password_hash === login?.password_hash;
  if (!unchanged || !now.is_verified || now.is_disabled) throw new OperationError('invalid_credentials');
  await become(tx, now.user_id);
  if (proof.newHash) await markPasswordHash(tx, now.user_id, proof.newHash);
  if (proof.recheck !== 'unknown') await markPasswordState(tx, now.user_id, stateOf(proof.recheck));
  return now;
}

const stateOf = (verdict: 'clean' | 'breached') => (verdict === 'clean' ? 'checked' : 'breached');
