import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '#db/client';
import { lockOwnUser } from '#db/queries/users';
import { open } from '#lib/crypto/seal';
import { enqueueMail } from '#lib/notify/enqueue-mail';
import type { Mail } from '#lib/notify/mail';

type Told<M extends Mail = Mail> = M extends Mail ? Pick<M, 'template' | 'params'> : never;

/** Writes to the actor's own address, in their language (OWASP ASVS 5, 6.3.7). */
export async function tellOwner(tx: Tx, mail: Told, now: Temporal.Instant): Promise<void> {
  const user = await lockOwnUser(tx);
  if (!user) throw new Error('Whoever is told something has an account.');
  const to = open('users.email', user.id, user.email);
  await enqueueMail(tx, { ...mail, to, locale: user.locale } as Mail, now);
}
