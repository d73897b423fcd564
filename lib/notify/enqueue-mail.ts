import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '#db/client';
import { insertMessage } from '#db/queries/outbox';
import { seal } from '#lib/crypto/seal';
import { normaliseEmail } from '#lib/domain/normalise-email';
import { env } from '#lib/platform/env';
import { newId } from '#lib/platform/ids';
import type { Mail, MailContent } from './mail';
import { wordMail } from './mail-words';

/**
 * Writes the mail into the outbox of the given transaction: it goes out if, and only if, that commits. Whatever happens
 * on the way, it keeps its Message-ID, so that a mailbox recognises a repeat (RFC 5322, 3.6.4).
 *
 * @throws InvalidEmail for an address that could carry more than one recipient or a header
 */
export async function enqueueMail(
  tx: Tx,
  mail: Mail,
  now: Temporal.Instant,
  id = newId('outbox'),
): Promise<void> {
  const content: MailContent = { to: normaliseEmail(mail.to), ...wordMail(mail) };
  await insertMessage(tx, {
    id,
    kind: 'mail',
    payload: seal('outbox.payload', id, JSON.stringify(content)),
    message_id: `<${id}@${env().publicUrl.hostname}>`,
    created_at: now,
  });
}
