import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '#db/client';
import { findLogin } from '#db/queries/sign-in';
import { markProfileChanged } from '#db/queries/user-profiles';
import { insertUser, markInvitationAccepted } from '#db/queries/users';
import { blindIndex } from '#lib/crypto/blind-index';
import { seal } from '#lib/crypto/seal';
import { type Id, newId } from '#lib/platform/ids';
import { addPassword, addProfile } from './new-account';
import type { VettedPassword } from './vet-password';

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

interface Accepted {
  readonly userId: Id<'users'>;
  readonly password: VettedPassword;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly now: Temporal.Instant;
}

/** What the invited person, who is acting, has chosen. False where the account has been opened or closed meanwhile. */
export async function acceptInvitation(tx: Tx, accepted: Accepted): Promise<boolean> {
  const { userId, password, now } = accepted;
  if (!(await markInvitationAccepted(tx, userId, password))) return false;
  await addPassword(tx, userId, password.hash, now);
  await keepNames(tx, accepted);
  return true;
}

/** What they are called, as they say; where they say nothing, as whoever invited them has said. */
async function keepNames(tx: Tx, accepted: Accepted): Promise<void> {
  const { userId, firstName, lastName, now } = accepted;
  const known = await markProfileChanged(tx, userId, {
    ...(firstName !== null && { first_name: seal('user_profiles.first_name', userId, firstName) }),
    ...(lastName !== null && { last_name: seal('user_profiles.last_name', userId, lastName) }),
    updated_at: now,
  });
  if (!known) await addProfile(tx, userId, accepted, now);
}
