import type { Statement, Tx } from '../client';
import { insertRow } from '../rows';
import { outbox } from '../schema/outbox';

type Row = typeof outbox.$inferSelect;
export type OutboxRow = Pick<Row, 'id' | 'payload' | 'message_id'>;

/** A message owed to somebody, in the transaction of whatever owes it. */
export function insertMessage(
  tx: Tx,
  row: Pick<Row, 'id' | 'kind' | 'payload' | 'message_id' | 'created_at'>,
): Statement {
  return insertRow(tx, outbox, row);
}
