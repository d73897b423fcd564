import type { Temporal } from 'temporal-polyfill';
import type { Id } from '#lib/platform/ids';
import type { Relation } from '#lib/policy/subject';
import type { Tx } from '../client';
import type { ChartKeyRow } from './charts';
import { relationTo } from './relation';

/** Who wrote a version, and what it followed. */
export interface ProvenanceRow {
  id: Id<'medical_record_versions'>;
  patient_id: Id<'patients'>;
  record_id: Id<'medical_records'>;
  resource_type: string;
  source_system: string;
  version: number;
  previous: number | null;
  recorded_at: Temporal.Instant;
  practitioner_id: Id<'practitioners'> | null;
  by_patient: boolean;
  /** The author has an account; none has what was imported. */
  has_author: boolean;
}

const columns = (tx: Tx) => tx`
  v.id, v.patient_id, v.record_id, r.resource_type, r.source_system, v.version, v.recorded_at, d.id as practitioner_id,
  p.id is not null as by_patient, v.author_user_id is not null as has_author,
  (select max(w.version) from medical_record_versions w
    where w.patient_id = v.patient_id and w.record_id = v.record_id and w.version < v.version and w.stage <> 'draft') as previous`;

const joins = (tx: Tx) => tx`
  medical_record_versions v
  join medical_records r on r.id = v.record_id
  left join practitioners d on d.user_id = v.author_user_id
  left join patients p on p.id = v.patient_id and p.user_id = v.author_user_id`;

export interface ProvenanceChartRow extends ProvenanceRow, ChartKeyRow {
  relation: Relation;
}

export async function findProvenance(tx: Tx, id: string): Promise<ProvenanceChartRow | null> {
  const [row] = await tx<ProvenanceChartRow[]>`
    select ${columns(tx)}, k.id as key_id, k.version as key_version, k.wrapped_key,
           ${relationTo(tx, tx`v.patient_id`)} as relation
      from ${joins(tx)} join patient_keys k on k.patient_id = v.patient_id
     where v.id = ${id} and v.stage <> 'draft' and r.stage <> 'draft'`.execute();
  return row ?? null;
}

export interface ProvenanceFilter {
  readonly patientId: Id<'patients'>;
  readonly ids: readonly string[] | null;
  /** Of these records. */
  readonly records: readonly string[] | null;
  readonly recordedFrom: Temporal.Instant | null;
  readonly recordedBefore: Temporal.Instant | null;
}

/** The next of a chart, in the order of its records. */
export function listProvenances(
  tx: Tx,
  { patientId, ids, records, recordedFrom, recordedBefore }: ProvenanceFilter,
  after: { record_id: string; version: number } | null,
  limit: number,
): Promise<ProvenanceRow[]> {
  const beyond = after
    ? tx`and (v.record_id, v.version) > (${after.record_id}::uuid, ${after.version}::integer)`
    : tx``;
  return tx<ProvenanceRow[]>`
    select ${columns(tx)} from ${joins(tx)}
     where v.patient_id = ${patientId} and v.stage <> 'draft' and r.stage <> 'draft'
       and (${ids as string[] | null}::uuid[] is null or v.id = any(${ids as string[] | null}::uuid[]))
       and (${records as string[] | null}::uuid[] is null or v.record_id = any(${records as string[] | null}::uuid[]))
       and (${recordedFrom}::timestamptz is null or v.recorded_at >= ${recordedFrom})
       and (${recordedBefore}::timestamptz is null or v.recorded_at < ${recordedBefore}) ${beyond}
     order by v.record_id, v.version limit ${limit}`;
}
