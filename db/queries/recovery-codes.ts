import type { Statement, Tx } from '../client';
import { insertRow } from '../rows';
import { recoveryCodes } from '../schema/recovery-codes';

/** How many of the actor's codes still work. */
export async function countUnusedRecoveryCodes(tx: Tx): Promise<number> {
  const [row] = await tx<{ count: number }[]>`
    select count(*)::int as count from recovery_codes
     where user_id = app.user_id() and used_at is null and replaced_at is null`;
  return row?.count ?? 0;
}

/** The actor's code is used up. False where there is none, or another use was first. */
export async function markRecoveryCodeUsed(tx: Tx, codeHash: Uint8Array): Promise<boolean> {
  const { count } = await tx`
    update recovery_codes set used_at = app.now()
     where user_id = app.user_id() and code_hash = ${codeHash} and used_at is null and replaced_at is null`;
  return count === 1;
}

/** None of the actor's codes works any longer. */
export async function markRecoveryCodesReplaced(tx: Tx): Promise<void> {
  await tx`
    update recovery_codes set replaced_at = app.now()
     where user_id = app.user_id() and used_at is null and replaced_at is null`;
}

export function insertRecoveryCode(tx: Tx, row: typeof recoveryCodes.$inferInsert): Statement {
  return insertRow(tx, recoveryCodes, row);
}
