import type { Temporal } from 'temporal-polyfill';
import type { Id } from '#lib/platform/ids';
import type { Relation } from '#lib/policy/subject';
import type { Tx } from '../client';
import type { amendmentRequests } from '../schema/amendment-requests';
import type { practitioners } from '../schema/practitioners';
import type { ChartKeyRow } from './charts';
import { relationTo } from './relation';

type Row = typeof amendmentRequests.$inferSelect;

/** A denied wish for a correction to which its patient has said something. */
export interface DisagreementRow
  extends Pick<Row, 'id' | 'patient_id' | 'record_id' | 'wrong' | 'wanted' | 'requested_at'> {
  resource_type: string;
  decided_at: Temporal.Instant;
  decider_name: (typeof practitioners.$inferSelect)['display_name'];
  decided_by: Id<'practitioners'>;
  answer: NonNullable<Row['answer']>;
  disagreement: NonNullable<Row['disagreement']>;
  disagreed_at: Temporal.Instant;
}

const columns = (tx: Tx) => tx`
  q.id, q.patient_id, q.record_id, q.wrong, q.wanted, q.requested_at, q.decided_at, q.decided_by, q.answer,
  q.disagreement, q.disagreed_at, r.resource_type, d.display_name as decider_name`;

const joins = (tx: Tx) => tx`
  amendment_requests q
  join medical_records r on r.id = q.record_id
  join practitioners d on d.id = q.decided_by`;

export interface DisagreementChartRow extends DisagreementRow, ChartKeyRow {
  relation: Relation;
}

export async function findDisagreement(tx: Tx, id: string): Promise<DisagreementChartRow | null> {
  const [row] = await tx<DisagreementChartRow[]>`
    select ${columns(tx)}, k.id as key_id, k.version as key_version, k.wrapped_key,
           ${relationTo(tx, tx`q.patient_id`)} as relation
      from ${joins(tx)} join patient_keys k on k.patient_id = q.patient_id
     where q.id = ${id} and q.disagreement is not null`.execute();
  return row ?? null;
}

export interface DisagreementFilter {
  readonly patientId: Id<'patients'>;
  readonly ids: readonly string[] | null;
  readonly changedFrom: Temporal.Instant | null;
  readonly changedBefore: Temporal.Instant | null;
}

/** The next of a chart; row security leaves out those whose record is not for the reader. */
export function listDisagreements(
  tx: Tx,
  { patientId, ids, changedFrom, changedBefore }: DisagreementFilter,
  after: string | null,
  limit: number,
): Promise<DisagreementRow[]> {
  return tx<DisagreementRow[]>`
    select ${columns(tx)} from ${joins(tx)}
     where q.patient_id = ${patientId} and q.disagreement is not null
       and (${ids as string[] | null}::uuid[] is null or q.id = any(${ids as string[] | null}::uuid[]))
       and (${changedFrom}::timestamptz is null or q.disagreed_at >= ${changedFrom})
       and (${changedBefore}::timestamptz is null or q.disagreed_at < ${changedBefore})
       and (${after}::uuid is null or q.id > ${after}::uuid)
     order by q.id limit ${limit}`;
}
