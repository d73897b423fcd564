import { type Tx, withActor } from '#db/client';
import { findOwnEmailIndex } from '#db/queries/recoveries';
import { findLogin } from '#db/queries/sign-in';
import { dummyVerify, verifyPassword } from '#lib/crypto/password-hash';
import type { Moment } from './moment';
import type { PasswordProof } from './password-proof';
import { presentTicket } from './ticket';
import { whenNotBusy } from './when-not-busy';

/**
 * The password of whoever a recovery's link belongs to, proven before the transaction. A stranger's token costs the
 * same hash. Null where there is no such link.
 */
export async function proveRecovery(
  { token, password }: { token: string; password: string },
  moment: Moment,
): Promise<PasswordProof | null> {
  const found = await withActor({ kind: 'anonymous', ...moment }, (tx) => loginBehind(tx, token));
  const stored = found?.login?.password_hash ?? null;
  const proven = await whenNotBusy(() =>
    stored === null ? dummyVerify(password) : verifyPassword(stored, password),
  );
  return found && { ...found, proven, newHash: null, recheck: 'unknown' };
}

async function loginBehind(tx: Tx, token: string) {
  const ticket = await presentTicket(tx, token, 'recovery');
  const emailIndex = ticket && (await findOwnEmailIndex(tx));
  return emailIndex && { emailIndex, login: await findLogin(tx, emailIndex) };
}
