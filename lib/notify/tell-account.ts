import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '#db/client';
import type { AddresseeRow } from '#db/queries/administered-accounts';
import { open } from '#lib/crypto/seal';
import type { Id } from '#lib/platform/ids';
import { enqueueMail } from './enqueue-mail';
import type { Mail } from './mail';

type Unaddressed<M> = M extends Mail ? Omit<M, 'to' | 'locale'> : never;

/** A mail without its reader. */
export type Letter = Unaddressed<Mail>;

/** A mail to the address of an account, in the language of its owner. */
export async function tellAccount(
  tx: Tx,
  { id, email, locale }: AddresseeRow,
  letter: Letter,
  now: Temporal.Instant,
  messageId?: Id<'outbox'>,
): Promise<void> {
  await enqueueMail(tx, { ...letter, to: open('users.email', id, email), locale }, now, messageId);
}
