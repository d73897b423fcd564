import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '#db/client';
import { insertMessage } from '#db/queries/outbox';
import { seal } from '#lib/crypto/seal';
import { env } from '#lib/platform/env';
import { newId } from '#lib/platform/ids';
import type { Text, TextContent } from './text';
import { wordText } from './text-words';

/**
 * Writes the text message into the outbox of the given transaction: it goes out if, and only if, that commits, and not
 * after `expiresAt`.
 */
export async function enqueueText(
  tx: Tx,
  text: Text,
  now: Temporal.Instant,
  expiresAt: Temporal.Instant | null = null,
  id = newId('outbox'),
): Promise<void> {
  const expires_at = expiresAt?.toString() ?? null;
  const content: TextContent = { to: text.to, text: wordText(text), expires_at };
  await insertMessage(tx, {
    id,
    kind: 'sms',
    payload: seal('outbox.payload', id, JSON.stringify(content)),
    message_id: `<${id}@${env().publicUrl.hostname}>`,
    created_at: now,
  });
}
