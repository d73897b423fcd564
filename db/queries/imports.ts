import type { Id } from '#lib/platform/ids';
import type { Tx } from '../client';
import type { users } from '../schema/users';
import type { ChartKeyRow } from './charts';

/** Imports stand in line, so that two at once do not both find a thing missing and bring it twice. */
export async function lockImport(tx: Tx): Promise<void> {
  await tx`select pg_advisory_xact_lock(hashtext('medisecure.import'))`;
}

export async function findClinicByName(tx: Tx, name: string): Promise<Id<'clinics'> | null> {
  const [row] = await tx<{ id: Id<'clinics'> }[]>`
    select id from clinics where name = ${name} order by created_at, id limit 1`;
  return row?.id ?? null;
}

export async function findUserByEmailIndex(tx: Tx, emailIndex: Uint8Array): Promise<Id<'users'> | null> {
  const [row] = await tx<{ id: Id<'users'> }[]>`
    select id from users where email_index = ${emailIndex} and deleted_at is null`;
  return row?.id ?? null;
}

type User = typeof users.$inferSelect;

/** Every live account, the oldest first. */
export function listLiveUsers(tx: Tx): Promise<Pick<User, 'id' | 'role' | 'email'>[]> {
  return tx<Pick<User, 'id' | 'role' | 'email'>[]>`
    select id, role, email from users where deleted_at is null order by created_at, id`;
}

export async function findPatientBySource(tx: Tx, sourceIndex: Uint8Array): Promise<Id<'patients'> | null> {
  const [row] = await tx<
    { id: Id<'patients'> }[]
  >`select id from patients where source_index = ${sourceIndex}`;
  return row?.id ?? null;
}

export interface ImportChartRow extends ChartKeyRow {
  patient_id: Id<'patients'>;
  zone: string;
}

/** The charts of an import, with what opens them. */
export function listImportCharts(tx: Tx, ids: readonly Id<'patients'>[]): Promise<ImportChartRow[]> {
  return tx<ImportChartRow[]>`
    select p.id as patient_id, coalesce(c.zone, 'UTC') as zone, k.id as key_id, k.version as key_version, k.wrapped_key
      from patients p
      join patient_keys k on k.patient_id = p.id
      left join clinics c on c.id = p.clinic_id
     where p.id = any(${[...ids]}::uuid[])`;
}

/** Doctors, among these, who have no visit on the day of their site that holds this moment. */
export async function listDoctorsWithoutVisits(
  tx: Tx,
  ids: readonly Id<'practitioners'>[],
): Promise<Set<Id<'practitioners'>>> {
  const rows = await tx<{ id: Id<'practitioners'> }[]>`
    select d.id from practitioners d join clinics c on c.id = d.clinic_id
     where d.id = any(${[...ids]}::uuid[])
       and not exists (select 1 from appointments a
                        where a.doctor_id = d.id and a.status not in ('held', 'cancelled', 'no_show')
                          and (a.scheduled_at at time zone c.zone)::date = (app.now() at time zone c.zone)::date)`;
  return new Set(rows.map(({ id }) => id));
}

export interface ImportedPatientRow {
  id: Id<'patients'>;
  source_index: Uint8Array;
  /** Somebody treats them: an import assigns doctors last. */
  complete: boolean;
}

export async function listImportedPatients(
  tx: Tx,
  sourceIndexes: readonly Uint8Array[],
): Promise<ImportedPatientRow[]> {
  if (sourceIndexes.length === 0) return [];
  return tx<ImportedPatientRow[]>`
    select p.id, p.source_index, exists (select 1 from care_relationships c where c.patient_id = p.id) as complete
      from patients p where p.source_index in ${tx([...sourceIndexes] as never)}`;
}

/** Adds the relationship unless one like it holds. Returns whether it was new. */
export async function insertAssignment(
  tx: Tx,
  row: { id: Id<'care_relationships'>; patient_id: Id<'patients'>; practitioner_id: Id<'practitioners'> },
): Promise<boolean> {
  const { count } = await tx`
    insert into care_relationships (id, patient_id, practitioner_id, kind, valid_from, created_at)
    select ${row.id}, ${row.patient_id}, ${row.practitioner_id}, 'treating', app.now(), app.now()
     where not exists (select 1 from care_relationships
                        where patient_id = ${row.patient_id} and practitioner_id = ${row.practitioner_id}
                          and kind = 'treating' and valid_until is null)`;
  return count === 1;
}
