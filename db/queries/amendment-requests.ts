import type { Sealed } from '#lib/crypto/columns';
import type { Id } from '#lib/platform/ids';
import type { Statement, Tx } from '../client';
import { insertRow } from '../rows';
import { amendmentRequests } from '../schema/amendment-requests';
import {
  type AskedAbout,
  type AskedFilter,
  askedColumns,
  askedJoins,
  askedOrder,
  askedWhere,
} from './asked-requests';
import { listPage, type Page, type Window } from './page';

type Row = typeof amendmentRequests.$inferSelect;
export type AmendmentRequestRow = Row & AskedAbout;

export function insertAmendmentRequest(tx: Tx, row: typeof amendmentRequests.$inferInsert): Statement {
  return insertRow(tx, amendmentRequests, row);
}

export async function findAmendmentRequest(
  tx: Tx,
  id: Id<'amendment_requests'>,
): Promise<AmendmentRequestRow | null> {
  const [row] = await tx<AmendmentRequestRow[]>`
    select ${askedColumns(tx)} from amendment_requests q ${askedJoins(tx)} where q.id = ${id}`;
  return row ?? null;
}

export function listAmendmentRequests(
  tx: Tx,
  filter: AskedFilter,
  window: Window,
): Promise<Page<AmendmentRequestRow>> {
  return listPage(
    tx,
    {
      table: tx`amendment_requests q`,
      joins: askedJoins(tx),
      columns: askedColumns(tx),
      where: askedWhere(tx, filter),
      order: askedOrder(tx),
    },
    window,
  );
}

/** Held until the end of the transaction, unless it is decided or withdrawn by now: two who decide come one by one. */
export async function lockOpenAmendment(tx: Tx, id: Id<'amendment_requests'>): Promise<boolean> {
  const rows =
    await tx`select 1 from amendment_requests where id = ${id} and status = 'requested' for update`;
  return rows.length === 1;
}

export async function markAmendmentWithdrawn(tx: Tx, id: Id<'amendment_requests'>): Promise<boolean> {
  const { count } = await tx`
    update amendment_requests set status = 'withdrawn', decided_at = app.now()
     where id = ${id} and status = 'requested'`;
  return count === 1;
}

interface Decision {
  readonly id: Id<'amendment_requests'>;
  readonly status: 'accepted' | 'denied';
  readonly answer: Sealed<'amendment_requests.answer'> | null;
  readonly acceptedVersion: number | null;
}

/** The acting doctor's word. */
export async function markAmendmentDecided(tx: Tx, decision: Decision): Promise<void> {
  await tx`
    update amendment_requests set status = ${decision.status}, answer = ${decision.answer}, decided_at = app.now(),
           decided_by = app.practitioner_id(), accepted_version = ${decision.acceptedVersion}
     where id = ${decision.id}`;
}

/** Once, to what was denied. */
export async function markDisagreed(
  tx: Tx,
  id: Id<'amendment_requests'>,
  disagreement: Sealed<'amendment_requests.disagreement'>,
): Promise<boolean> {
  const { count } = await tx`
    update amendment_requests set disagreement = ${disagreement}, disagreed_at = app.now()
     where id = ${id} and status = 'denied' and disagreement is null`;
  return count === 1;
}
