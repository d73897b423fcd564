import type { Mailer } from './mailer';
import type { Texter } from './texter';

/** Who takes which kind of message. What nobody takes waits in the outbox. */
export interface Senders {
  readonly mail: Mailer | null;
  readonly sms: Texter | null;
}

/** The kinds of message that can go out. */
export const sendableKinds = (senders: Senders): (keyof Senders)[] =>
  (['mail', 'sms'] as const).filter((kind) => senders[kind] !== null);
