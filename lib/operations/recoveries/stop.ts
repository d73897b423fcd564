import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '#db/client';
import { lockOwnRecovery, markApprovalObjected } from '#db/queries/recoveries';
import type { Id } from '#lib/platform/ids';
import { tellOwner } from '../users/tell-owner';

/** The actor says no to the recovery of their own account; null where none, or another one than meant, is open. */
export async function stopOwnRecovery(
  tx: Tx,
  now: Temporal.Instant,
  meant?: string,
): Promise<Id<'approvals'> | null> {
  const row = await lockOwnRecovery(tx);
  if (!row || (meant !== undefined && row.id !== meant)) return null;
  await markApprovalObjected(tx, row);
  await tellOwner(tx, { template: 'recovery_refused', params: {} }, now);
  return row.id;
}
