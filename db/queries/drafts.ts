import type { Id } from '#lib/platform/ids';
import type { Tx } from '../client';
import { insertRow } from '../rows';
import { drafts } from '../schema/drafts';

type Row = typeof drafts.$inferSelect;
export type KeptDraft = Pick<Row, 'id' | 'content' | 'updated_at'>;

/** What the actor has left in that form, unless its time is over. */
export async function findOwnDraft(tx: Tx, formHash: Uint8Array): Promise<KeptDraft | null> {
  const [row] = await tx<KeptDraft[]>`
    select id, content, updated_at from drafts
     where user_id = app.user_id() and form_hash = ${formHash} and expires_at > app.now()`;
  return row ?? null;
}

/** In the place of what was kept for that form before. The caller holds the account, so that two do not do it at once. */
export async function replaceOwnDraft(tx: Tx, row: typeof drafts.$inferInsert): Promise<void> {
  await deleteOwnDraft(tx, row.form_hash);
  await insertRow(tx, drafts, row);
}

/** Leaves the actor's newest ones: whoever makes up forms cannot fill the table. */
export async function deleteOldestOwnDrafts(tx: Tx, userId: Id<'users'>, kept: number): Promise<void> {
  await tx`
    delete from drafts where id in (
      select id from drafts where user_id = ${userId} order by updated_at desc, id desc offset ${kept})`;
}

export async function deleteOwnDraft(tx: Tx, formHash: Uint8Array): Promise<number> {
  const { count } = await tx`delete from drafts where user_id = app.user_id() and form_hash = ${formHash}`;
  return count;
}

/** Removes those whose time is over. */
export async function deleteSpentDrafts(tx: Tx): Promise<number> {
  const { count } = await tx`delete from drafts where expires_at <= app.now()`;
  return count;
}
