import type { Temporal } from 'temporal-polyfill';
import type { Id } from '#lib/platform/ids';
import type { Relation } from '#lib/policy/subject';
import type { Tx } from '../client';
import type { appointments } from '../schema/appointments';
import type { practitioners } from '../schema/practitioners';
import type { VisitState } from './appointments';
import type { ChartKeyRow } from './charts';
import { relationTo } from './relation';

type Row = typeof appointments.$inferSelect;

export type VisitRow = Pick<
  Row,
  | 'id'
  | 'patient_id'
  | 'doctor_id'
  | 'scheduled_at'
  | 'ends_at'
  | 'version'
  | 'notes'
  | 'created_at'
  | 'updated_at'
> & { status: VisitState; doctor_name: (typeof practitioners.$inferSelect)['display_name'] };

const columns = (tx: Tx) => tx`
  a.id, a.patient_id, a.doctor_id, a.scheduled_at, a.ends_at, a.status, a.version, a.notes, a.created_at, a.updated_at,
  d.display_name as doctor_name`;

export interface VisitChartRow extends VisitRow, ChartKeyRow {
  relation: Relation;
}

/** A visit to whoever may open the chart. */
export async function findVisit(tx: Tx, id: string): Promise<VisitChartRow | null> {
  const [row] = await tx<VisitChartRow[]>`
    select ${columns(tx)}, k.id as key_id, k.version as key_version, k.wrapped_key,
           ${relationTo(tx, tx`a.patient_id`)} as relation
      from appointments a join practitioners d on d.id = a.doctor_id
      join patient_keys k on k.patient_id = a.patient_id
     where a.id = ${id} and a.status <> 'held'`.execute();
  return row ?? null;
}

export interface VisitFilter {
  readonly patientId: Id<'patients'>;
  readonly ids: readonly string[] | null;
  readonly changedFrom: Temporal.Instant | null;
  readonly changedBefore: Temporal.Instant | null;
}

/** The next of a chart. */
export function listVisits(
  tx: Tx,
  { patientId, ids, changedFrom, changedBefore }: VisitFilter,
  after: string | null,
  limit: number,
): Promise<VisitRow[]> {
  return tx<VisitRow[]>`
    select ${columns(tx)} from appointments a join practitioners d on d.id = a.doctor_id
     where a.patient_id = ${patientId} and a.status <> 'held'
       and (${ids as string[] | null}::uuid[] is null or a.id = any(${ids as string[] | null}::uuid[]))
       and (${changedFrom}::timestamptz is null or a.updated_at >= ${changedFrom})
       and (${changedBefore}::timestamptz is null or a.updated_at < ${changedBefore})
       and (${after}::uuid is null or a.id > ${after}::uuid)
     order by a.id limit ${limit}`;
}
