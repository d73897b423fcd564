import type { Temporal } from 'temporal-polyfill';
import { become, type Tx, withActor } from '#db/client';
import { findOwnAccount } from '#db/queries/own-account';
import { listOwnPasswords } from '#db/queries/password-history';
import { markSessionsRevoked } from '#db/queries/sessions';
import { findLogin } from '#db/queries/sign-in';
import { markTicketsVoid } from '#db/queries/single-use-tickets';
import { findOwnEmailIndex, lockOwnUser, markPasswordChanged } from '#db/queries/users';
import { open } from '#lib/crypto/seal';
import type { Id } from '#lib/platform/ids';
import type { Moment } from './moment';
import { addPassword } from './new-account';
import type { VettedPassword } from './vet-password';

/** Passwords that are not taken again, the one that stands among them (S15). */
const historyLength = 10;

/** What is known of somebody's password before the slow work begins. */
export interface OwnPassword {
  readonly userId: Id<'users'>;
  readonly email: string;
  readonly current: string | null;
  readonly earlier: readonly string[];
}

/** A short look of its own, for `prepare`. Null for an account that is closed. */
export function readOwnPassword(userId: Id<'users'>, moment: Moment): Promise<OwnPassword | null> {
  return withActor({ kind: 'anonymous', ...moment }, async (tx) => {
    await become(tx, userId);
    const account = await findOwnAccount(tx);
    const current = await currentHash(tx);
    if (!account || current === undefined) return null;
    const history = await listOwnPasswords(tx, historyLength);
    // An account that was imported has no history, and a hash of an older cost was replaced: the one that stands counts.
    const earlier = current === null ? history : [...new Set([current, ...history])];
    return { userId, email: open('users.email', userId, account.email), current, earlier };
  });
}

interface Replacement {
  readonly own: OwnPassword;
  readonly password: VettedPassword;
  /** The session that goes on; all others end. */
  readonly kept: Id<'sessions'> | null;
  readonly now: Temporal.Instant;
}

/**
 * The actor's new password, under the lock of their account. False where another has been set since the look: of two
 * changes at once the second was proven with a password that is none any more.
 */
export async function replacePassword(tx: Tx, { own, password, kept, now }: Replacement): Promise<boolean> {
  await lockOwnUser(tx);
  if ((await currentHash(tx)) !== own.current) return false;
  await markPasswordChanged(tx, own.userId, password);
  await addPassword(tx, own.userId, password.hash, now);
  await markSessionsRevoked(tx, kept, 'password_changed');
  await markTicketsVoid(tx, ['password_reset', 'second_factor', 'portal_session']);
  return true;
}

/** Undefined for an account that is closed. */
async function currentHash(tx: Tx): Promise<string | null | undefined> {
  const index = await findOwnEmailIndex(tx);
  const login = index && (await findLogin(tx, index));
  return login ? login.password_hash : undefined;
}
