import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '#db/client';
import { countUnusedRecoveryCodes } from '#db/queries/recovery-codes';
import { lockOwnUser } from '#db/queries/users';
import { open } from '#lib/crypto/seal';
import { enqueueMail } from '#lib/notify/enqueue-mail';

/** NIST SP 800-63B, 4.6: the owner hears that a code was used, and how many are left. The owner is acting. */
export async function tellRecoveryCodeUsed(tx: Tx, now: Temporal.Instant): Promise<void> {
  const [user, count] = [await lockOwnUser(tx), await countUnusedRecoveryCodes(tx)];
  if (!user) return;
  const to = open('users.email', user.id, user.email);
  const mail = { to, locale: user.locale, template: 'recovery_code_used', params: { count } } as const;
  await enqueueMail(tx, mail, now);
}
