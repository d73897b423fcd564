import type { Statement, Tx } from '../client';
import { insertRow } from '../rows';
import { passwordHistory } from '../schema/password-history';

export function insertPassword(tx: Tx, row: typeof passwordHistory.$inferInsert): Statement {
  return insertRow(tx, passwordHistory, row);
}

/** What the actor's newest passwords were kept as. */
export async function listOwnPasswords(tx: Tx, limit: number): Promise<string[]> {
  const rows = await tx<{ hashed_password: string }[]>`
    select hashed_password from password_history where user_id = app.user_id()
     order by created_at desc, id desc limit ${limit}`;
  return rows.map((row) => row.hashed_password);
}
