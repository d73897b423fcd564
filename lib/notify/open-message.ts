import { z } from 'zod';
import type { OwedMessage } from '#db/queries/outbox';
import { UnknownKeyVersion } from '#lib/crypto/crypto-errors';
import { keyRing } from '#lib/crypto/key-ring';
import { open } from '#lib/crypto/seal';
import type { MailContent } from './mail';
import type { TextContent } from './text';

type SealedMessage = Pick<OwedMessage, 'id' | 'kind' | 'payload'>;

export type OpenMessage =
  | { readonly kind: 'mail'; readonly content: MailContent }
  | { readonly kind: 'sms'; readonly content: TextContent };

const mail = z.object({
  ...{ to: z.string(), subject: z.string(), text: z.string(), link: z.string() },
  unsubscribe: z.string().optional(),
});
const text = z.object({ to: z.string(), text: z.string(), expires_at: z.string().nullable() });

/** The words behind a row of the outbox. @throws UnknownKeyVersion */
export function openMessage({ id, kind, payload }: SealedMessage): OpenMessage {
  const content = JSON.parse(open('outbox.payload', id, payload));
  return kind === 'mail' ? { kind, content: mail.parse(content) } : { kind, content: text.parse(content) };
}

/** The same where no operation begins anew: another process may have rotated the key, so it looks once more. */
export async function openMessageReloading(row: SealedMessage): Promise<OpenMessage> {
  try {
    return openMessage(row);
  } catch (error) {
    if (!(error instanceof UnknownKeyVersion)) throw error;
    await keyRing.reload();
    return openMessage(row);
  }
}
