import type { Statement, Tx } from '../client';
import { insertRow } from '../rows';
import { passwordHistory } from '../schema/password-history';

export function insertPassword(tx: Tx, row: typeof passwordHistory.$inferInsert): Statement {
  return insertRow(tx, passwordHistory, row);
}
