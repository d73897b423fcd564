import type { Temporal } from 'temporal-polyfill';
import type { MailParams } from './mail';

/** What each text message is made of: codes and moments. No link, because links in text messages are what thieves send. */
interface TextParams {
  code: { code: string; minutes: number };
  recovery_asked: Record<never, never>;
  recovery_approved: { at: Temporal.Instant };
  recovery_refused: Record<never, never>;
  recovery_link: Record<never, never>;
  recovery_used: Record<never, never>;
  visit_reminder: Omit<MailParams['visit_reminder'], 'token' | 'unsubscribe_token'>;
}

/** A text message by its template: `params` fits it or does not compile. */
export type Text = {
  [T in keyof TextParams]: { template: T; params: TextParams[T]; to: string; locale: string | null };
}[keyof TextParams];

/** A text message in words, as it stands sealed in the outbox. */
export interface TextContent {
  /** E.164. */
  to: string;
  text: string;
  /** After that it is worth nothing to its reader, and is not sent. */
  expires_at: string | null;
}
