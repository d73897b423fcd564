import { Temporal } from 'temporal-polyfill';
import { withActor } from '#db/client';
import { findMessageToSend, markMessageDropped, markMessageSent, type OwedMessage } from '#db/queries/outbox';
import { keyRing } from '#lib/crypto/key-ring';
import { NotSent } from '#lib/notify/not-sent';
import { openMessageReloading } from '#lib/notify/open-message';
import type { Senders } from '#lib/notify/senders';
import type { TextContent } from '#lib/notify/text';
import type { Clock } from '#lib/platform/clock';
import type { Id } from '#lib/platform/ids';
import { log } from '#lib/platform/log';
import { newRequestId } from '#lib/platform/request-id';

/**
 * Sends one message and marks it; one that is refused for good is dropped. Between the server's acceptance and the mark lies the only moment in which a kill
 * makes it go out twice; of a mail both have the same Message-ID. No transaction is open while a server is waited for.
 *
 * @throws NotSent where another try may help
 */
export async function sendMessage(id: Id<'outbox'>, senders: Senders, clock: Clock): Promise<void> {
  await keyRing.fresh();
  const actor = () => ({ kind: 'system', job: 'mail', now: clock.now(), requestId: newRequestId() }) as const;
  const message = await withActor(actor(), (tx) => findMessageToSend(tx, id));
  if (!message) return;
  const mark = (await isAccepted(message, senders, clock.now())) ? markMessageSent : markMessageDropped;
  await withActor(actor(), (tx) => mark(tx, id));
}

async function isAccepted(message: OwedMessage, senders: Senders, now: Temporal.Instant): Promise<boolean> {
  try {
    await handOver(message, senders, now);
    return true;
  } catch (error) {
    if (!(error instanceof NotSent) || !error.permanent) throw error;
    log().warn('message_refused', { message: message.id, error_code: error.code });
    return false;
  }
}

async function handOver(message: OwedMessage, { mail, sms }: Senders, now: Temporal.Instant): Promise<void> {
  const { kind, content } = await openMessageReloading(message);
  if (kind === 'sms') {
    if (isTooLate(content, now)) throw new NotSent('EXPIRED', true);
    return known(sms).send(content);
  }
  return known(mail).send({ ...content, messageId: message.message_id });
}

/** A code that waited longer than it is good for would only cost and confuse. */
const isTooLate = ({ expires_at }: TextContent, now: Temporal.Instant) =>
  expires_at !== null && Temporal.Instant.compare(now, expires_at) >= 0;

/** It was queued by a process that had a sender, so another try there may help. */
function known<S>(sender: S | null): S {
  if (!sender) throw new NotSent('NO_SENDER', false);
  return sender;
}
