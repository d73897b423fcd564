import type { Id } from '#lib/platform/ids';
import type { Statement, Tx } from '../client';
import { insertRow } from '../rows';
import { outbox } from '../schema/outbox';

type Row = typeof outbox.$inferSelect;
export type MessageKind = Row['kind'];
export type OwedMessage = Pick<Row, 'id' | 'kind' | 'payload' | 'message_id'>;
export type ListedMessage = Pick<Row, 'id' | 'kind' | 'payload' | 'created_at' | 'sent_at'>;

/** A message owed to somebody, in the transaction of whatever owes it. */
export function insertMessage(
  tx: Tx,
  row: Pick<Row, 'id' | 'kind' | 'payload' | 'message_id' | 'created_at'>,
): Statement {
  return insertRow(tx, outbox, row);
}

/**
 * Messages of these kinds that no queue knows yet, oldest first, held until the transaction ends; what another relay
 * holds is left to it.
 */
export async function lockUnqueuedMessages(
  tx: Tx,
  kinds: readonly MessageKind[],
  limit: number,
): Promise<Id<'outbox'>[]> {
  const rows = await tx<Pick<Row, 'id'>[]>`
    select id from outbox
     where sent_at is null and dropped_at is null and enqueued_at is null and kind in ${tx([...kinds])}
     order by created_at, id limit ${limit} for update skip locked`;
  return rows.map(({ id }) => id);
}

/**
 * Messages of these kinds that a queue has had for a day and that have not gone out, while they are younger than so many
 * days: its tries do not last much longer. Held like those above.
 */
export async function lockStrandedMessages(
  tx: Tx,
  kinds: readonly MessageKind[],
  days: number,
  limit: number,
): Promise<Id<'outbox'>[]> {
  const rows = await tx<Pick<Row, 'id'>[]>`
    select id from outbox
     where sent_at is null and dropped_at is null and enqueued_at <= app.now() - interval '1 day'
       and created_at > app.now() - make_interval(days => ${days}) and kind in ${tx([...kinds])}
     order by created_at, id limit ${limit} for update skip locked`;
  return rows.map(({ id }) => id);
}

export async function markMessagesQueued(tx: Tx, ids: readonly Id<'outbox'>[]): Promise<void> {
  await tx`update outbox set enqueued_at = app.now() where id in ${tx([...ids])}`;
}

/**
 * Counts an attempt and gives what is to be sent; null when it has gone out already, or never will. What stands no longer,
 * or is told in words that are no longer true, is dropped, and a reminder that was never sent may be written anew.
 */
export async function findMessageToSend(tx: Tx, id: Id<'outbox'>): Promise<OwedMessage | null> {
  const [row] = await tx<(OwedMessage & Pick<Row, 'dropped_at'>)[]>`
    update outbox
       set attempts = attempts + 1, dropped_at = case when app.is_still_owed(id) then null else app.now() end
     where id = ${id} and sent_at is null and dropped_at is null
    returning id, kind, payload, message_id, dropped_at`;
  if (!row) return null;
  const { dropped_at, ...message } = row;
  if (dropped_at === null) return message;
  await tx`select app.forget_unsent_reminder(${id})`;
  return null;
}

/** It will never go out. */
export async function markMessageDropped(tx: Tx, id: Id<'outbox'>): Promise<void> {
  await tx`update outbox set dropped_at = app.now() where id = ${id} and sent_at is null and dropped_at is null`;
}

export async function markMessageSent(tx: Tx, id: Id<'outbox'>): Promise<void> {
  await tx`update outbox set sent_at = app.now() where id = ${id} and sent_at is null`;
}

/** Removes messages that were sent, or dropped, so long ago. */
export async function deleteSentMessages(tx: Tx, days: number): Promise<number> {
  const { count } = await tx`
    delete from outbox
     where sent_at <= app.now() - make_interval(days => ${days})
        or dropped_at <= app.now() - make_interval(days => ${days})`;
  return count;
}

/** The newest messages, sent or not. */
export async function listMessages(tx: Tx, limit: number): Promise<ListedMessage[]> {
  return tx<ListedMessage[]>`
    select id, kind, payload, created_at, sent_at from outbox order by created_at desc, id desc limit ${limit}`;
}
