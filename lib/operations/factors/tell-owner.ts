import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '#db/client';
import { lockOwnUser } from '#db/queries/users';
import { open } from '#lib/crypto/seal';
import { enqueueMail } from '#lib/notify/enqueue-mail';

/** OWASP ASVS 5, 6.3.7: the owner, who is acting, hears of every change to what proves them. */
export async function tellOwner(
  tx: Tx,
  template: 'factor_added' | 'factor_removed' | 'passkey_copied' | 'phone_changed' | 'recovery_codes_made',
  now: Temporal.Instant,
): Promise<void> {
  const user = await lockOwnUser(tx);
  if (!user) return;
  const to = open('users.email', user.id, user.email);
  await enqueueMail(tx, { to, locale: user.locale, template, params: {} }, now);
}
