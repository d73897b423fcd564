import type { Id } from '#lib/platform/ids';
import type { Relation } from '#lib/policy/subject';
import type { Statement, Tx } from '../client';
import type { patients } from '../schema/patients';
import type { practitioners } from '../schema/practitioners';
import type { ChartKeyRow } from './charts';
import { relationTo } from './relation';

type Patient = typeof patients.$inferSelect;
type Practitioner = typeof practitioners.$inferSelect;

/** Whose chart it is, as the resource Patient tells it. */
export interface ChartPatientRow
  extends ChartKeyRow,
    Pick<Patient, 'id' | 'legal_name' | 'birth_date' | 'sex' | 'identity' | 'updated_at'> {
  relation: Relation;
}

const patientColumns = (tx: Tx) => tx`
  p.id, p.legal_name, p.birth_date, p.sex, p.identity, p.updated_at, k.id as key_id, k.version as key_version,
  k.wrapped_key, ${relationTo(tx, tx`p.id`)} as relation`;

export async function findChartPatient(tx: Tx, id: string): Promise<ChartPatientRow | null> {
  const [row] = await tx<ChartPatientRow[]>`
    select ${patientColumns(tx)} from patients p join patient_keys k on k.patient_id = p.id
     where p.id = ${id}`.execute();
  return row ?? null;
}

/** The next of those to whom the actor is one of these at this moment. */
export function listChartPatients(
  tx: Tx,
  { ids, relations }: { ids: readonly string[] | null; relations: readonly Relation[] },
  after: string | null,
  limit: number,
): Promise<ChartPatientRow[]> {
  return tx<ChartPatientRow[]>`
    select * from (
      select ${patientColumns(tx)}
        from (select app.patient_id() as patient_id union
              select c.patient_id from care_relationships c
               where (c.practitioner_id = app.practitioner_id() or c.user_id = app.user_id())
                 and c.kind in ('treating', 'consulting', 'carer')
                 and c.valid_from <= app.now() and (c.valid_until is null or c.valid_until > app.now())) seen
        join patients p on p.id = seen.patient_id
        join patient_keys k on k.patient_id = p.id
       where (${ids as string[] | null}::uuid[] is null or p.id = any(${ids as string[] | null}::uuid[]))
         and (${after}::uuid is null or p.id > ${after}::uuid)) own
     where own.relation = any(${relations as string[]}::text[])
     order by own.id limit ${limit}`;
}

export type PractitionerRow = Pick<
  Practitioner,
  'id' | 'display_name' | 'speciality' | 'created_at' | 'closed_at'
>;

const practitionerColumns = (tx: Tx): Statement =>
  tx`d.id, d.display_name, d.speciality, d.created_at, d.closed_at`;

export async function findPractitioner(tx: Tx, id: string): Promise<PractitionerRow | null> {
  const [row] = await tx<PractitionerRow[]>`
    select ${practitionerColumns(tx)} from practitioners d where d.id = ${id}`.execute();
  return row ?? null;
}

/** The next of the clinic's own; all of them, or those with these ids. */
export function listPractitioners(
  tx: Tx,
  ids: readonly string[] | null,
  after: string | null,
  limit: number,
): Promise<PractitionerRow[]> {
  return tx<PractitionerRow[]>`
    select ${practitionerColumns(tx)} from practitioners d
     where (${ids as string[] | null}::uuid[] is null or d.id = any(${ids as string[] | null}::uuid[]))
       and (${after}::uuid is null or d.id > ${after}::uuid)
     order by d.id limit ${limit}`;
}

/** The next of those who have written in a chart, or seen its patient. */
export function listPractitionersOfChart(
  tx: Tx,
  patientId: Id<'patients'>,
  after: string | null,
  limit: number,
): Promise<PractitionerRow[]> {
  return tx<PractitionerRow[]>`
    select ${practitionerColumns(tx)} from practitioners d
     where d.id in (select r.doctor_id from medical_records r where r.patient_id = ${patientId} and r.doctor_id is not null
                     union select a.doctor_id from appointments a where a.patient_id = ${patientId} and a.status <> 'held'
                     union select o.id from practitioners o join medical_record_versions v on v.author_user_id = o.user_id
                            where v.patient_id = ${patientId})
       and (${after}::uuid is null or d.id > ${after}::uuid)
     order by d.id limit ${limit}`;
}
