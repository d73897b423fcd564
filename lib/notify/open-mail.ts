import { z } from 'zod';
import type { OwedMessage } from '#db/queries/outbox';
import { UnknownKeyVersion } from '#lib/crypto/crypto-errors';
import { keyRing } from '#lib/crypto/key-ring';
import { open } from '#lib/crypto/seal';
import type { MailContent } from './mail';

const content = z.object({ to: z.string(), subject: z.string(), text: z.string(), link: z.string() });

/** The mail behind a row of the outbox. Another process may have rotated the key that sealed it: then looks once more. */
export async function openMail(row: Pick<OwedMessage, 'id' | 'payload'>): Promise<MailContent> {
  try {
    return read(row);
  } catch (error) {
    if (!(error instanceof UnknownKeyVersion)) throw error;
    await keyRing.reload();
    return read(row);
  }
}

const read = ({ id, payload }: Pick<OwedMessage, 'id' | 'payload'>): MailContent =>
  content.parse(JSON.parse(open('outbox.payload', id, payload)));
