import type { Id } from '#lib/platform/ids';
import type { Tx } from '../client';

/** Its patient will come. The version stays: nothing was changed that others would have to take note of. */
export async function markVisitConfirmed(tx: Tx, id: Id<'appointments'>): Promise<void> {
  await tx`update appointments set confirmed_at = coalesce(confirmed_at, app.now()) where id = ${id}`;
}
