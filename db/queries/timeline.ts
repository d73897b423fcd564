import type { Temporal } from 'temporal-polyfill';
import type { Id } from '#lib/platform/ids';
import type { Statement, Tx } from '../client';
import type { medicalRecords } from '../schema/medical-records';
import { type ListedRow, listedColumns } from './medical-records';

type Row = typeof medicalRecords.$inferSelect;

export type TimelineRow = ListedRow & Pick<Row, 'effective_at'>;

export interface TimelineFilter {
  readonly patientId: Id<'patients'>;
  readonly types: readonly Row['record_type'][] | null;
  readonly from: Temporal.Instant | null;
  readonly until: Temporal.Instant | null;
  readonly authorId: Id<'practitioners'> | null;
  readonly draftsOnly: boolean;
}

/** Where a record stands in the order of its chart. */
export type Place = Pick<Row, 'id' | 'effective_at'>;

export async function findPlace(
  tx: Tx,
  patientId: Id<'patients'>,
  id: Id<'medical_records'>,
): Promise<Place | null> {
  const [row] = await tx<Place[]>`
    select id, effective_at from medical_records where id = ${id} and patient_id = ${patientId}`;
  return row ?? null;
}

const fits = (
  tx: Tx,
  { patientId, types, from, until, authorId, draftsOnly }: TimelineFilter,
): Statement => tx`
  r.patient_id = ${patientId} and r.stage <> 'entered_in_error'
  and (${types as string[] | null}::text[] is null or r.record_type = any(${types as string[] | null}::text[]))
  and (${from}::timestamptz is null or r.effective_at >= ${from})
  and (${until}::timestamptz is null or r.effective_at < ${until})
  and (${authorId}::uuid is null or r.doctor_id = ${authorId})
  and (not ${draftsOnly} or r.stage = 'draft')`;

/** Those after a place, newest first, in the order of `medical_records_timeline`. */
export function listTimeline(
  tx: Tx,
  filter: TimelineFilter,
  after: Place | null,
  limit: number,
): Promise<TimelineRow[]> {
  const beyond = after
    ? tx`and r.effective_at <= ${after.effective_at}
         and (r.effective_at < ${after.effective_at} or r.id > ${after.id})`
    : tx``;
  return tx<TimelineRow[]>`
    select ${listedColumns(tx)}, r.effective_at
      from medical_records r left join practitioners d on d.id = r.doctor_id
     where ${fits(tx, filter)} ${beyond}
     order by r.effective_at desc, r.id
     limit ${limit}`;
}

export interface ChartAlerts {
  /** The actor's own: row security shows nobody another's. */
  drafts: number;
  restricted: number;
  /** Critical results that nobody has acknowledged. */
  critical: number;
}

/** What stands above every page of a chart, of what the actor may see of it. */
export async function findChartAlerts(tx: Tx, patientId: Id<'patients'>): Promise<ChartAlerts> {
  const [row] = await tx<ChartAlerts[]>`
    select count(*) filter (where stage = 'draft')::int as drafts,
           count(*) filter (where sensitivity = 'restricted')::int as restricted,
           count(*) filter (where review = 'critical')::int as critical
      from medical_records
     where patient_id = ${patientId} and stage <> 'entered_in_error'
       and (stage = 'draft' or sensitivity = 'restricted' or review = 'critical')`;
  return row ?? { drafts: 0, restricted: 0, critical: 0 };
}

export async function countTimeline(tx: Tx, filter: TimelineFilter): Promise<number> {
  const [row] = await tx<{ total: number }[]>`
    select count(*)::int as total from medical_records r where ${fits(tx, filter)}`;
  return row?.total ?? 0;
}
