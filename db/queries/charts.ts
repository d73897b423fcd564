import type { Id } from '#lib/platform/ids';
import type { Relation } from '#lib/policy/subject';
import type { Tx } from '../client';
import type { patientKeys } from '../schema/patient-keys';
import type { patients } from '../schema/patients';
import { relationTo } from './relation';

type Key = typeof patientKeys.$inferSelect;
type Patient = typeof patients.$inferSelect;

/** What opens a patient's columns, beside the row that it opens. */
export interface ChartKeyRow {
  key_id: Key['id'];
  key_version: Key['version'];
  wrapped_key: Key['wrapped_key'];
}

export interface ChartRow extends ChartKeyRow {
  patient_id: Id<'patients'>;
  clinic_id: Patient['clinic_id'];
  /** Where dates without a time have their hours: the acting doctor's site, else the patient's. */
  zone: string;
  relation: Relation;
}

/** The chart that was named, or the actor's own where none was. */
export async function findChart(tx: Tx, patientId: Id<'patients'> | undefined): Promise<ChartRow | null> {
  const [row] = await tx<ChartRow[]>`
    select p.id as patient_id, p.clinic_id, coalesce(c.zone, 'UTC') as zone,
           k.id as key_id, k.version as key_version, k.wrapped_key, ${relationTo(tx, tx`p.id`)} as relation
      from patients p
      join patient_keys k on k.patient_id = p.id
      left join practitioners d on d.id = app.practitioner_id()
      left join clinics c on c.id = coalesce(d.clinic_id, p.clinic_id)
     where p.id = coalesce(${patientId ?? null}::uuid, app.patient_id())`;
  return row ?? null;
}
