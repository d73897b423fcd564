import { z } from 'zod';
import type { OwedMessage } from '#db/queries/outbox';
import { UnknownKeyVersion } from '#lib/crypto/crypto-errors';
import { keyRing } from '#lib/crypto/key-ring';
import { open } from '#lib/crypto/seal';
import type { MailContent } from './mail';

type SealedMail = Pick<OwedMessage, 'id' | 'payload'>;

const content = z.object({ to: z.string(), subject: z.string(), text: z.string(), link: z.string() });

/** The mail behind a row of the outbox. @throws UnknownKeyVersion */
export const openMail = ({ id, payload }: SealedMail): MailContent =>
  content.parse(JSON.parse(open('outbox.payload', id, payload)));

/** The same where no operation begins anew: another process may have rotated the key, so it looks once more. */
export async function openMailReloading(row: SealedMail): Promise<MailContent> {
  try {
    return openMail(row);
  } catch (error) {
    if (!(error instanceof UnknownKeyVersion)) throw error;
    await keyRing.reload();
    return openMail(row);
  }
}
