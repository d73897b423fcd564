import type { Id } from '#lib/platform/ids';
import type { Tx } from '../client';
import { insertRow } from '../rows';
import { profilePictures } from '../schema/profile-pictures';

type Row = typeof profilePictures.$inferSelect;
export type PictureRow = Pick<Row, 'id' | 'user_id' | 'content'>;

/** A portrait, where row security lets the actor see it. */
export async function findPicture(tx: Tx, id: Id<'profile_pictures'>): Promise<PictureRow | null> {
  const [row] = await tx<PictureRow[]>`
    select id, user_id, content from profile_pictures where id = ${id}`.execute();
  return row ?? null;
}

/** In the place of the actor's last one. The caller holds the account, so that two do not do it at once. */
export async function replaceOwnPicture(tx: Tx, row: typeof profilePictures.$inferInsert): Promise<void> {
  await deleteOwnPicture(tx);
  await insertRow(tx, profilePictures, row);
}

export async function deleteOwnPicture(tx: Tx): Promise<void> {
  await tx`delete from profile_pictures where user_id = app.user_id()`;
}

export async function findOwnPicture(tx: Tx): Promise<Id<'profile_pictures'> | null> {
  const [row] = await tx<Pick<Row, 'id'>[]>`select id from profile_pictures where user_id = app.user_id()`;
  return row?.id ?? null;
}
