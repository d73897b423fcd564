import type { MailContent } from './mail';

export interface OutgoingMail extends MailContent {
  /** The same for every attempt. */
  messageId: string;
}

/** Takes a mail off our hands: the promise is kept once somebody else has accepted it. */
export interface Mailer {
  /** @throws NotSent */
  send(mail: OutgoingMail): Promise<void>;
}
