import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '#db/client';
import { lockOwnUser } from '#db/queries/users';
import type { OpenedSession } from '#lib/auth/session';
import { open } from '#lib/crypto/seal';
import { enqueueMail } from '#lib/notify/enqueue-mail';

/** OWASP ASVS 5, 6.3.5: the owner hears of a sign-in from where there was none before. The owner is acting. */
export async function tellNewDevice(
  tx: Tx,
  { isNewDevice }: OpenedSession,
  now: Temporal.Instant,
): Promise<void> {
  const user = isNewDevice ? await lockOwnUser(tx) : null;
  if (!user) return;
  const to = open('users.email', user.id, user.email);
  await enqueueMail(tx, { to, locale: user.locale, template: 'new_sign_in', params: { at: now } }, now);
}
