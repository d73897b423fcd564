import type { Id } from '#lib/platform/ids';
import type { Relation } from '#lib/policy/subject';
import type { Statement, Tx } from '../client';
import { insertNewRows, insertRow } from '../rows';
import { medicalRecords } from '../schema/medical-records';
import type { practitioners } from '../schema/practitioners';
import type { ChartKeyRow } from './charts';
import { listPage, type Page, type Window } from './page';
import { relationTo } from './relation';
import { hiddenPlaces } from './resources';

type Row = typeof medicalRecords.$inferSelect;

export type RecordRow = Pick<
  Row,
  | 'id'
  | 'patient_id'
  | 'doctor_id'
  | 'record_type'
  | 'status'
  | 'stage'
  | 'sensitivity'
  | 'release'
  | 'result_category'
  | 'review'
  | 'source_system'
  | 'version'
  | 'occurred_text'
  | 'encrypted_content'
  | 'created_at'
  | 'updated_at'
> & {
  doctor_name: (typeof practitioners.$inferSelect)['display_name'] | null;
  /** Reported by the patient, and since then worked on by somebody who treats them. */
  taken_over: boolean;
};

const outerColumns = (tx: Tx) => tx`
  r.id, r.patient_id, r.doctor_id, r.record_type, r.status, r.stage, r.sensitivity, r.release,
  r.result_category, r.review,
  r.source_system, r.version, r.occurred_text, r.created_at, r.updated_at, d.display_name as doctor_name,
  case when r.source_system = 'patient' then app.taken_over(r.id) else false end as taken_over`;
export const recordColumns = (tx: Tx) => tx`${outerColumns(tx)}, r.encrypted_content`;
export const listedColumns = (tx: Tx) => tx`${outerColumns(tx)}, r.summary`;

/** A record as a list shows it. What its summary does not say is fetched with `listContents`. */
export type ListedRow = Omit<RecordRow, 'encrypted_content'> & Pick<Row, 'summary'>;

export interface RecordChartRow extends RecordRow, ChartKeyRow {
  relation: Relation;
  /** What of its chart the reader does not see; asked only for a record that names others. */
  hidden: string[];
}

/** A record with what the policy is asked about and what opens it, in one statement: the path that is read most. */
export async function findRecord(tx: Tx, id: Id<'medical_records'>): Promise<RecordChartRow | null> {
  const [row] = await tx<RecordChartRow[]>`
    select ${recordColumns(tx)}, k.id as key_id, k.version as key_version, k.wrapped_key,
           ${relationTo(tx, tx`r.patient_id`)} as relation,
           case when r.record_type = 'lab_report' then array(${hiddenPlaces(tx, tx`r.patient_id`)}) else '{}' end as hidden
      from medical_records r
      join patient_keys k on k.patient_id = r.patient_id
      left join practitioners d on d.id = r.doctor_id
     where r.id = ${id}`.execute();
  return row ?? null;
}

export type HeldRecordRow = Pick<Row, 'stage' | 'version' | 'encrypted_content'> & {
  /** Of the acting doctor's site: where dates without a time have their hours. */
  zone: string;
};

/** The record's current state, held until the end of the transaction: two amendments see one another. */
export async function lockRecord(tx: Tx, id: Id<'medical_records'>): Promise<HeldRecordRow | null> {
  const [row] = await tx<HeldRecordRow[]>`
    select r.stage, r.version, r.encrypted_content, coalesce(c.zone, 'UTC') as zone
      from medical_records r
      left join practitioners d on d.id = app.practitioner_id()
      left join clinics c on c.id = d.clinic_id
     where r.id = ${id} for update of r`;
  return row ?? null;
}

export interface RecordFilter {
  patientId: Id<'patients'>;
  recordType: Row['record_type'] | null;
  includeEnteredInError: boolean;
}

const orders = {
  'occurred_at desc': (tx: Tx) => tx`r.effective_at desc, r.id`,
  'occurred_at asc': (tx: Tx) => tx`r.effective_at, r.id desc`,
  'created_at desc': (tx: Tx) => tx`r.created_at desc, r.id desc`,
  'created_at asc': (tx: Tx) => tx`r.created_at, r.id`,
};
export type RecordOrder = keyof typeof orders;

/** One page of a chart. */
export function listRecords(
  tx: Tx,
  filter: RecordFilter,
  order: RecordOrder,
  window: Window,
): Promise<Page<ListedRow>> {
  const where = tx`
    r.patient_id = ${filter.patientId}
    and (${filter.recordType}::text is null or r.record_type = ${filter.recordType})
    and (${filter.includeEnteredInError} or r.stage <> 'entered_in_error')`;
  const listing = { columns: listedColumns(tx), where, order: orders[order](tx) };
  const joins = tx`left join practitioners d on d.id = r.doctor_id`;
  return listPage(tx, { table: tx`medical_records r`, joins, ...listing }, window);
}

/** The newest records of one type in a chart; of any status that counts where none is named. */
export function listNewestRecords(
  tx: Tx,
  patientId: Id<'patients'>,
  { type, statuses, limit }: { type: Row['record_type']; statuses: readonly string[] | null; limit: number },
): Promise<ListedRow[]> {
  const ofStatus = statuses ? tx`r.status = any(${statuses as string[]})` : tx`r.stage <> 'entered_in_error'`;
  return tx<ListedRow[]>`
    select ${listedColumns(tx)}
      from medical_records r left join practitioners d on d.id = r.doctor_id
     where r.patient_id = ${patientId} and r.record_type = ${type} and ${ofStatus}
     order by r.effective_at desc, r.id
     limit ${limit}`;
}

/** The sealed content of these records. */
export function listContents(
  tx: Tx,
  ids: readonly Id<'medical_records'>[],
): Promise<Pick<Row, 'id' | 'encrypted_content'>[]> {
  return tx<Pick<Row, 'id' | 'encrypted_content'>[]>`
    select id, encrypted_content from medical_records where id = any(${[...ids]}::uuid[])`;
}

type Change = Pick<
  Row,
  | 'id'
  | 'status'
  | 'stage'
  | 'sensitivity'
  | 'version'
  | 'occurred_text'
  | 'effective_at'
  | 'encrypted_content'
  | 'summary'
>;

/** The next version becomes the current one. False where row security, or another's version, is in the way. */
export async function markRecordChanged(tx: Tx, change: Change): Promise<boolean> {
  const { count } = await tx`
    update medical_records
       set status = ${change.status}, stage = ${change.stage}, sensitivity = ${change.sensitivity}, version = ${change.version}, occurred_text = ${change.occurred_text},
           effective_at = ${change.effective_at}, encrypted_content = ${change.encrypted_content}, summary = ${change.summary},
           updated_at = app.now()
     where id = ${change.id} and version = ${change.version} - 1`;
  return count === 1;
}

export function insertRecord(tx: Tx, row: typeof medicalRecords.$inferInsert): Statement {
  return insertRow(tx, medicalRecords, row);
}

/** Adds those whose source was not read before; gives their ids. */
export function insertNewRecords(
  tx: Tx,
  rows: readonly (typeof medicalRecords.$inferInsert)[],
): Promise<Set<unknown>> {
  return insertNewRows(tx, medicalRecords, rows);
}
