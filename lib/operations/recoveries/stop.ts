import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '#db/client';
import { findAddressee } from '#db/queries/administered-accounts';
import { lockOwnRecovery, markApprovalObjected } from '#db/queries/recoveries';
import { tellOfRecovery } from '#lib/notify/tell-of-recovery';
import type { Id } from '#lib/platform/ids';

/** The actor says no to the recovery of their own account; null where none, or another one than meant, is open. */
export async function stopOwnRecovery(
  tx: Tx,
  now: Temporal.Instant,
  meant?: string,
): Promise<Id<'approvals'> | null> {
  const row = await lockOwnRecovery(tx);
  if (!row || (meant !== undefined && row.id !== meant)) return null;
  await markApprovalObjected(tx, row);
  const owner = await findAddressee(tx, row.user_id);
  if (owner) await tellOfRecovery(tx, owner, { template: 'recovery_refused', params: {} }, now);
  return row.id;
}
