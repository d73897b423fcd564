import type { Temporal } from 'temporal-polyfill';
import type { Id } from '#lib/platform/ids';
import type { Relation } from '#lib/policy/subject';
import type { Statement, Tx } from '../client';
import type { medicalRecordVersions } from '../schema/medical-record-versions';
import type { medicalRecords } from '../schema/medical-records';
import type { ChartKeyRow } from './charts';
import { relationTo } from './relation';

type Row = typeof medicalRecords.$inferSelect;
type Version = typeof medicalRecordVersions.$inferSelect;

/** A record as the resource that it is. Drafts are nobody's resource yet: no statement here gives one. */
export type ResourceRow = Pick<
  Row,
  'id' | 'resource_type' | 'source_system' | 'version' | 'effective_at' | 'encrypted_content' | 'updated_at'
>;

const columns = (tx: Tx) => tx`
  r.id, r.resource_type, r.source_system, r.version, r.effective_at, r.encrypted_content, r.updated_at`;

export interface ResourceChartRow
  extends ResourceRow,
    ChartKeyRow,
    Pick<Row, 'patient_id' | 'stage' | 'sensitivity' | 'release' | 'doctor_id'> {
  relation: Relation;
}

export async function findResource(tx: Tx, type: string, id: string): Promise<ResourceChartRow | null> {
  const [row] = await tx<ResourceChartRow[]>`
    select ${columns(tx)}, r.patient_id, r.stage, r.sensitivity, r.release, r.doctor_id, k.id as key_id,
           k.version as key_version, k.wrapped_key, ${relationTo(tx, tx`r.patient_id`)} as relation
      from medical_records r join patient_keys k on k.patient_id = r.patient_id
     where r.id = ${id} and r.resource_type = ${type} and r.stage <> 'draft'`.execute();
  return row ?? null;
}

export interface ResourceFilter {
  readonly patientId: Id<'patients'>;
  /** Null: of any type. */
  readonly types: readonly string[] | null;
  readonly ids: readonly string[] | null;
  readonly changedFrom: Temporal.Instant | null;
  readonly changedBefore: Temporal.Instant | null;
}

const chosen = (
  tx: Tx,
  { patientId, types, ids, changedFrom, changedBefore }: ResourceFilter,
): Statement => tx`
  r.patient_id = ${patientId} and r.stage <> 'draft'
  and (${types as string[] | null}::text[] is null or r.resource_type = any(${types as string[] | null}::text[]))
  and (${ids as string[] | null}::uuid[] is null or r.id = any(${ids as string[] | null}::uuid[]))
  and (${changedFrom}::timestamptz is null or r.updated_at >= ${changedFrom})
  and (${changedBefore}::timestamptz is null or r.updated_at < ${changedBefore})`;

export interface Moment {
  readonly at: Temporal.Instant;
  readonly id: Id<'medical_records'>;
}

const newestBeyond = (tx: Tx, after: Moment | null) =>
  after
    ? tx`and r.effective_at <= ${after.at} and (r.effective_at < ${after.at} or r.id > ${after.id})`
    : tx``;

export async function countResources(tx: Tx, filter: ResourceFilter): Promise<number> {
  const [row] = await tx<{ count: number }[]>`
    select count(*)::integer as count from medical_records r where ${chosen(tx, filter)}`;
  return row?.count ?? 0;
}

export type ResourcePlace = Pick<Row, 'id' | 'effective_at'>;

/** Where the next of a chart stand, the newest first. */
export function listResourcePlaces(
  tx: Tx,
  filter: ResourceFilter,
  after: Moment | null,
  limit: number,
): Promise<ResourcePlace[]> {
  return tx<ResourcePlace[]>`
    select r.id, r.effective_at from medical_records r where ${chosen(tx, filter)} ${newestBeyond(tx, after)}
     order by r.effective_at desc, r.id limit ${limit}`;
}

/** The next of a chart, the newest first. */
export function listResources(
  tx: Tx,
  filter: ResourceFilter,
  after: Moment | null,
  limit: number,
): Promise<ResourceRow[]> {
  return tx<ResourceRow[]>`
    select ${columns(tx)} from medical_records r where ${chosen(tx, filter)} ${newestBeyond(tx, after)}
     order by r.effective_at desc, r.id limit ${limit}`;
}

/** The next of a chart in an order that nothing changes: whoever takes all of it misses none. */
export function listWholeChart(
  tx: Tx,
  filter: ResourceFilter,
  after: Id<'medical_records'> | null,
  limit: number,
): Promise<ResourceRow[]> {
  const beyond = after ? tx`and r.id > ${after}` : tx``;
  return tx<ResourceRow[]>`
    select ${columns(tx)} from medical_records r where ${chosen(tx, filter)} ${beyond}
     order by r.id limit ${limit}`;
}

export interface TargetRow {
  readonly id: string;
  readonly resource_type: string;
  readonly source_index: Uint8Array;
}

/** What of a chart came from these places, each in hexadecimal: its records, and the patient. */
export function listTargets(
  tx: Tx,
  patientId: Id<'patients'>,
  places: readonly string[],
): Promise<TargetRow[]> {
  const indexes = tx`array(select decode(place, 'hex') from unnest(${places as string[]}::text[]) place)`;
  return tx<TargetRow[]>`
    select r.id, r.resource_type, r.source_index from medical_records r
     where r.patient_id = ${patientId} and r.source_index = any(${indexes})
    union all
    select p.id, 'Patient', p.source_index from patients p
     where p.id = ${patientId} and p.source_index = any(${indexes})`;
}

/**
 * What of a chart the reader does not see: its ids, and in hexadecimal the places that it came from. One's own draft is
 * nobody's resource either.
 */
export const hiddenPlaces = (tx: Tx, patientId: Statement) => tx`
  select h.place from app.labelled_records(${patientId}) l
    cross join lateral (values (l.id::text), (encode(l.source_index, 'hex'))) h (place)
   where h.place is not null and not exists (select from medical_records m where m.id = l.id and m.stage <> 'draft')`;

export async function listHiddenPlaces(tx: Tx, patientId: Id<'patients'>): Promise<string[]> {
  const rows = await tx<{ place: string }[]>`${hiddenPlaces(tx, tx`${patientId}::uuid`)}`;
  return rows.map(({ place }) => place);
}

export type ResourceVersionRow = Pick<Version, 'id' | 'version' | 'content' | 'recorded_at'>;

const versionColumns = (tx: Tx) => tx`v.id, v.version, v.content, v.recorded_at`;

/** What a record has been, the newest first, from its signing on. */
export function listResourceVersions(
  tx: Tx,
  record: { patient_id: Id<'patients'>; id: Id<'medical_records'> },
): Promise<ResourceVersionRow[]> {
  return tx<ResourceVersionRow[]>`
    select ${versionColumns(tx)} from medical_record_versions v
     where v.patient_id = ${record.patient_id} and v.record_id = ${record.id} and v.stage <> 'draft'
     order by v.version desc`;
}

export async function findResourceVersion(
  tx: Tx,
  record: { patient_id: Id<'patients'>; id: Id<'medical_records'> },
  version: number,
): Promise<ResourceVersionRow | null> {
  const [row] = await tx<ResourceVersionRow[]>`
    select ${versionColumns(tx)} from medical_record_versions v
     where v.patient_id = ${record.patient_id} and v.record_id = ${record.id} and v.stage <> 'draft'
       and v.version = ${version}`;
  return row ?? null;
}
