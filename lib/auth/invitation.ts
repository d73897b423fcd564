import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '#db/client';
import { findLogin } from '#db/queries/sign-in';
import { insertUser, markInvitationAccepted } from '#db/queries/users';
import { insertRow } from '#db/rows';
import { userProfiles } from '#db/schema/user-profiles';
import { blindIndex } from '#lib/crypto/blind-index';
import { seal } from '#lib/crypto/seal';
import { type Id, newId } from '#lib/platform/ids';
import { addPassword } from './new-account';

/** An account that nobody can sign in to yet; the same one again while nobody has accepted. Null for a used address. */
export async function inviteAccount(
  tx: Tx,
  { email, role, now }: { email: string; role: 'admin'; now: Temporal.Instant },
): Promise<Id<'users'> | null> {
  const emailIndex = blindIndex('email', email);
  const known = await findLogin(tx, emailIndex);
  if (known) {
    const open = known.password_hash === null && !known.is_disabled && known.role === role;
    return open ? known.user_id : null;
  }
  const id = newId('users');
  const added = await insertUser(tx, {
    ...{ id, role, now },
    email: seal('users.email', id, email),
    email_index: emailIndex,
    password_hash: null,
    is_verified: false,
    locale: null,
  });
  return added ? id : null;
}

/** The password that the invited person, who is acting, has chosen. False where the account has been opened or closed. */
export async function acceptInvitation(
  tx: Tx,
  accepted: { userId: Id<'users'>; passwordHash: string; now: Temporal.Instant },
): Promise<boolean> {
  const { userId, passwordHash, now } = accepted;
  if (!(await markInvitationAccepted(tx, userId, passwordHash))) return false;
  await addPassword(tx, userId, passwordHash, now);
  await insertRow(tx, userProfiles, { user_id: userId, created_at: now, updated_at: now });
  return true;
}
