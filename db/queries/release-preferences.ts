import type { Id } from '#lib/platform/ids';
import type { Tx } from '../client';
import { insertRow } from '../rows';
import { releasePreferences } from '../schema/release-preferences';

type Row = typeof releasePreferences.$inferSelect;
export type WishRow = Pick<Row, 'category' | 'choice' | 'updated_at'>;

/** What a patient has chosen, in no order. A category without a row is seen at once. */
export function listReleaseWishes(tx: Tx, patientId: Id<'patients'>): Promise<WishRow[]> {
  return tx<WishRow[]>`
    select category, choice, updated_at from release_preferences where patient_id = ${patientId}`;
}

/**
 * The same for who writes a result, held until the end of the transaction: a wish that is saved meanwhile waits, and
 * then finds what was written.
 */
export async function holdReleaseWishes(tx: Tx, patientId: Id<'patients'>): Promise<WishRow[]> {
  await tx`select pg_advisory_xact_lock_shared(hashtext('medisecure.release'), hashtext(${patientId}))`;
  return listReleaseWishes(tx, patientId);
}

/** For who changes them: whoever is writing a result by the wish before is waited for. */
export async function lockReleaseWishes(tx: Tx, patientId: Id<'patients'>): Promise<WishRow[]> {
  await tx`select pg_advisory_xact_lock(hashtext('medisecure.release'), hashtext(${patientId}))`;
  return listReleaseWishes(tx, patientId);
}

export async function replaceReleaseWish(tx: Tx, row: Row): Promise<void> {
  const { count } = await tx`
    update release_preferences set choice = ${row.choice}, updated_at = ${row.updated_at}
     where patient_id = ${row.patient_id} and category = ${row.category}`;
  if (count === 0) await insertRow(tx, releasePreferences, row);
}

/** What waits by an older wish follows the new one. Gives how many results that are. */
export async function applyReleaseWish(
  tx: Tx,
  { category, choice }: Pick<Row, 'category' | 'choice'>,
): Promise<number> {
  const [row] = await tx<{ changed: number }[]>`
    select app.apply_release_wish(${category}, ${choice}) as changed`;
  return row?.changed ?? 0;
}
