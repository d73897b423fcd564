import type { Id } from '#lib/platform/ids';
import type { Statement, Tx } from '../client';
import { insertRow, updateRow } from '../rows';
import { userProfiles } from '../schema/user-profiles';

type NewProfile = typeof userProfiles.$inferInsert;

export function insertProfile(tx: Tx, row: NewProfile): Statement {
  return insertRow(tx, userProfiles, row);
}

/** Changes the given fields. False where the account has no profile yet. */
export function markProfileChanged(
  tx: Tx,
  userId: Id<'users'>,
  change: Partial<Omit<NewProfile, 'user_id'>>,
): Promise<boolean> {
  return updateRow(tx, userProfiles, { user_id: userId }, change);
}
