import type { Sealed } from '#lib/crypto/columns';
import type { Id } from '#lib/platform/ids';
import type { Statement, Tx } from '../client';
import { insertRow } from '../rows';
import { refillRequests } from '../schema/refill-requests';
import {
  type AskedAbout,
  type AskedFilter,
  askedColumns,
  askedJoins,
  askedOrder,
  askedWhere,
} from './asked-requests';
import { listPage, type Page, type Window } from './page';

type Row = typeof refillRequests.$inferSelect;
export type RefillRow = Row & AskedAbout;

export function insertRefill(tx: Tx, row: typeof refillRequests.$inferInsert): Statement {
  return insertRow(tx, refillRequests, row);
}

export async function findRefill(tx: Tx, id: Id<'refill_requests'>): Promise<RefillRow | null> {
  const [row] = await tx<RefillRow[]>`
    select ${askedColumns(tx)} from refill_requests q ${askedJoins(tx)} where q.id = ${id}`;
  return row ?? null;
}

export function listRefills(tx: Tx, filter: AskedFilter, window: Window): Promise<Page<RefillRow>> {
  return listPage(
    tx,
    {
      table: tx`refill_requests q`,
      joins: askedJoins(tx),
      columns: askedColumns(tx),
      where: askedWhere(tx, filter),
      order: askedOrder(tx),
    },
    window,
  );
}

/** Held until the end of the transaction, unless it is decided or withdrawn by now: two who decide come one by one. */
export async function lockOpenRefill(tx: Tx, id: Id<'refill_requests'>): Promise<boolean> {
  const rows = await tx`select 1 from refill_requests where id = ${id} and status = 'requested' for update`;
  return rows.length === 1;
}

export async function markRefillWithdrawn(tx: Tx, id: Id<'refill_requests'>): Promise<boolean> {
  const { count } = await tx`
    update refill_requests set status = 'withdrawn', decided_at = app.now() where id = ${id} and status = 'requested'`;
  return count === 1;
}

interface Decision {
  readonly id: Id<'refill_requests'>;
  readonly status: 'approved' | 'denied';
  readonly answer: Sealed<'refill_requests.answer'> | null;
  readonly renewedRecordId: Id<'medical_records'> | null;
}

/** The acting doctor's word. */
export async function markRefillDecided(tx: Tx, decision: Decision): Promise<void> {
  await tx`
    update refill_requests set status = ${decision.status}, answer = ${decision.answer}, decided_at = app.now(),
           decided_by = app.practitioner_id(), renewed_record_id = ${decision.renewedRecordId}
     where id = ${decision.id}`;
}
