import type { Tx } from '../client';

/** None of the actor's codes counts any more. */
export async function markRecoveryCodesReplaced(tx: Tx): Promise<void> {
  await tx`
    update recovery_codes set replaced_at = app.now() where user_id = app.user_id() and replaced_at is null`;
}
