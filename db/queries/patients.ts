import type { Temporal } from 'temporal-polyfill';
import type { Id } from '#lib/platform/ids';
import type { Relation } from '#lib/policy/subject';
import type { Statement, Tx } from '../client';
import { insertRow } from '../rows';
import { patientKeys } from '../schema/patient-keys';
import { patients } from '../schema/patients';
import type { ChartKeyRow } from './charts';
import { relationTo } from './relation';

type Row = typeof patients.$inferSelect;

export type PatientRow = Pick<Row, 'id' | 'legal_name' | 'birth_date' | 'sex'> & ChartKeyRow;

export interface PanelRow extends PatientRow {
  last_visit_at: Temporal.Instant | null;
  next_visit_at: Temporal.Instant | null;
}

/** Everybody whom the acting doctor may see at this moment, with their visits to that doctor. */
export function listPanel(tx: Tx, limit: number): Promise<PanelRow[]> {
  return tx<PanelRow[]>`
    select p.id, p.legal_name, p.birth_date, p.sex, k.id as key_id, k.version as key_version, k.wrapped_key,
           v.last_visit_at, v.next_visit_at
      from (select distinct c.patient_id from care_relationships c
             where c.practitioner_id = app.practitioner_id() and c.kind in ('treating', 'consulting')
               and c.valid_from <= app.now() and (c.valid_until is null or c.valid_until > app.now())
             limit ${limit}) panel
      join patients p on p.id = panel.patient_id
      join patient_keys k on k.patient_id = panel.patient_id
      left join lateral (
        select max(a.scheduled_at) filter (where a.scheduled_at <= app.now()) as last_visit_at,
               min(a.scheduled_at) filter (where a.scheduled_at > app.now()) as next_visit_at
          from appointments a
         where a.patient_id = panel.patient_id and a.doctor_id = app.practitioner_id()
           and a.status not in ('held', 'cancelled', 'no_show')) v on true`;
}

export interface PatientChartRow extends PatientRow {
  identity: Row['identity'];
  user_id: Row['user_id'];
  relation: Relation;
}

/** Who a chart is about. */
export async function findPatient(tx: Tx, id: Id<'patients'>): Promise<PatientChartRow | null> {
  const [row] = await tx<PatientChartRow[]>`
    select p.id, p.user_id, p.legal_name, p.birth_date, p.sex, p.identity, k.id as key_id, k.version as key_version,
           k.wrapped_key, ${relationTo(tx, tx`p.id`)} as relation
      from patients p join patient_keys k on k.patient_id = p.id
     where p.id = ${id}`.execute();
  return row ?? null;
}

export async function findBirthDate(tx: Tx, id: Id<'patients'>): Promise<Row['birth_date']> {
  const [row] = await tx<Pick<Row, 'birth_date'>[]>`select birth_date from patients where id = ${id}`;
  return row?.birth_date ?? null;
}

export function insertPatient(tx: Tx, row: typeof patients.$inferInsert): Statement {
  return insertRow(tx, patients, row);
}

/** What seals the columns of a chart: deleting it shreds them. */
export function insertPatientKey(tx: Tx, row: typeof patientKeys.$inferInsert): Statement {
  return insertRow(tx, patientKeys, row);
}
