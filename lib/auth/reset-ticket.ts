import type { Temporal } from 'temporal-polyfill';
import { become, type Tx } from '#db/client';
import { findLogin } from '#db/queries/sign-in';
import { insertNobodysTicket } from '#db/queries/single-use-tickets';
import { blindIndex } from '#lib/crypto/blind-index';
import { type Id, newId } from '#lib/platform/ids';
import { issueTicket } from './ticket';

/** The right to set a new password, and whose; its owner acts from here on. */
export interface ResetTicket {
  readonly userId: Id<'users'>;
  readonly token: string;
}

/**
 * Null for an address without an account that has a password and opens, after the same work: one look, one actor, one
 * statement (OWASP ASVS 5, 6.3.8).
 */
export async function issueResetTicket(
  tx: Tx,
  email: string,
  now: Temporal.Instant,
): Promise<ResetTicket | null> {
  const login = await findLogin(tx, blindIndex('email', email));
  const opens = login?.is_verified && !login.is_disabled && login.password_hash !== null;
  const userId = opens ? login.user_id : newId('users');
  await become(tx, userId);
  if (!opens) {
    await insertNobodysTicket(tx, userId);
    return null;
  }
  const { token } = await issueTicket(tx, { userId, purpose: 'password_reset', assurance: 'aal1', now });
  return { userId, token };
}
