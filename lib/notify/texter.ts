import type { TextContent } from './text';

/** Takes a text message off our hands, as `Mailer` does a mail. */
export interface Texter {
  /** @throws NotSent */
  send(text: Pick<TextContent, 'to' | 'text'>): Promise<void>;
}
