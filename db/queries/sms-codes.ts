import type { Id } from '#lib/platform/ids';
import type { Statement, Tx } from '../client';
import { insertRow } from '../rows';
import { smsCodes } from '../schema/sms-codes';

type Row = typeof smsCodes.$inferSelect;

/** What a code is for: one attempt to sign in or one session, and one number. */
export type SmsPurpose = Pick<Row, 'factor_id' | 'ticket_id' | 'session_id'>;

const live = (tx: Tx, { factor_id, ticket_id, session_id }: SmsPurpose) =>
  tx`user_id = app.user_id() and factor_id = ${factor_id} and used_at is null
     and ticket_id is not distinct from ${ticket_id} and session_id is not distinct from ${session_id}`;

export function insertSmsCode(tx: Tx, row: typeof smsCodes.$inferInsert): Statement {
  return insertRow(tx, smsCodes, row);
}

/** The code that is good now, held until the end of the transaction: parallel uses see one another. */
export async function lockSmsCode(
  tx: Tx,
  purpose: SmsPurpose,
  mostAttempts: number,
): Promise<Pick<Row, 'id' | 'code_hash'> | null> {
  const [row] = await tx<Pick<Row, 'id' | 'code_hash'>[]>`
    select id, code_hash from sms_codes
     where ${live(tx, purpose)} and expires_at > app.now() and attempts < ${mostAttempts}
     order by created_at desc, id desc limit 1 for update`;
  return row ?? null;
}

/** Codes that were sent for the same before work no longer. */
export async function markSmsCodesVoid(tx: Tx, purpose: SmsPurpose): Promise<void> {
  await tx`update sms_codes set used_at = app.now() where ${live(tx, purpose)}`;
}

export async function markSmsCodeUsed(tx: Tx, id: Id<'sms_codes'>): Promise<void> {
  await tx`update sms_codes set used_at = app.now() where id = ${id}`;
}

export async function countSmsCodeAttempt(tx: Tx, id: Id<'sms_codes'>): Promise<void> {
  await tx`update sms_codes set attempts = attempts + 1 where id = ${id}`;
}

/** Removes those that nobody can answer any more. */
export async function deleteSpentSmsCodes(tx: Tx): Promise<number> {
  const { count } = await tx`delete from sms_codes where expires_at <= app.now()`;
  return count;
}
