import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '#db/client';
import { insertAccountReason } from '#db/queries/administered-accounts';
import { seal } from '#lib/crypto/seal';
import { freeText } from '#lib/domain/free-text';
import { type Id, newId } from '#lib/platform/ids';

/** Why something is done to an account. */
export const typedReason = freeText(1000).refine((reason) => /\S/u.test(reason), { error: 'required' });

interface Given {
  readonly userId: Id<'users'>;
  readonly authorId: Id<'users'>;
  readonly reason: string;
  readonly now: Temporal.Instant;
}

/** Keeps it sealed in a row of its own. The audit event takes that row's id. */
export async function keepReason(
  tx: Tx,
  { userId, authorId, reason, now }: Given,
): Promise<Id<'account_reasons'>> {
  const id = newId('account_reasons');
  await insertAccountReason(tx, {
    id,
    user_id: userId,
    author_id: authorId,
    text: seal('account_reasons.text', id, reason),
    created_at: now,
  });
  return id;
}
