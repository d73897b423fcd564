import { withActor } from '#db/client';
import { findMessageToSend, markMessageSent, type OwedMessage } from '#db/queries/outbox';
import { keyRing } from '#lib/crypto/key-ring';
import { type Mailer, MailNotSent } from '#lib/notify/mailer';
import { openMailReloading } from '#lib/notify/open-mail';
import type { Clock } from '#lib/platform/clock';
import type { Id } from '#lib/platform/ids';
import { log } from '#lib/platform/log';
import { newRequestId } from '#lib/platform/request-id';

/**
 * Sends one mail and marks it. Between the server's acceptance and the mark lies the only moment in which a kill makes
 * it go out twice, both times with the same Message-ID. No transaction is open while a server is waited for.
 *
 * @throws MailNotSent where another try may help
 */
export async function sendMail(id: Id<'outbox'>, mailer: Mailer, clock: Clock): Promise<void> {
  await keyRing.fresh();
  const actor = () => ({ kind: 'system', job: 'mail', now: clock.now(), requestId: newRequestId() }) as const;
  const message = await withActor(actor(), (tx) => findMessageToSend(tx, id));
  if (!message || !(await isAccepted(message, mailer))) return;
  await withActor(actor(), (tx) => markMessageSent(tx, id));
}

async function isAccepted(message: OwedMessage, mailer: Mailer): Promise<boolean> {
  try {
    await mailer.send({ ...(await openMailReloading(message)), messageId: message.message_id });
    return true;
  } catch (error) {
    if (!(error instanceof MailNotSent) || !error.permanent) throw error;
    log().warn('mail_refused', { message: message.id, error_code: error.code });
    return false;
  }
}
