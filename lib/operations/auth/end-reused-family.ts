import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '#db/client';
import { markSessionRevoked } from '#db/queries/sessions';
import { findOwnAddress } from '#db/queries/users';
import { open } from '#lib/crypto/seal';
import { enqueueMail } from '#lib/notify/enqueue-mail';
import type { Id } from '#lib/platform/ids';

/** Somebody has a copy of a token: neither holder goes on, and the owner, who is acting, hears of it once. */
export async function endReusedFamily(
  tx: Tx,
  sessionId: Id<'sessions'>,
  now: Temporal.Instant,
): Promise<void> {
  await markSessionRevoked(tx, sessionId, 'refresh_reused');
  const user = await findOwnAddress(tx);
  if (!user) return;
  const to = open('users.email', user.id, user.email);
  await enqueueMail(tx, { to, locale: user.locale, template: 'refresh_reused', params: { at: now } }, now);
}
