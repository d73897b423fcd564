import type { MailContent } from './mail';

export interface OutgoingMail extends MailContent {
  /** The same for every attempt. */
  messageId: string;
}

/** Takes a mail off our hands: the promise is kept once somebody else has accepted it. */
export interface Mailer {
  /** @throws MailNotSent */
  send(mail: OutgoingMail): Promise<void>;
}

/** Carries a code and nothing that a mail server said: its answers repeat the recipient. */
export class MailNotSent extends Error {
  override readonly name = 'MailNotSent';

  constructor(
    readonly code: string,
    /** The server has refused this mail for good (RFC 5321, 4.2.1): trying again would annoy it. */
    readonly permanent: boolean,
  ) {
    super(code);
  }
}
