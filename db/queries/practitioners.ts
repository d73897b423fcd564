import type { Id } from '#lib/platform/ids';
import type { Statement, Tx } from '../client';
import { insertRow } from '../rows';
import type { clinics } from '../schema/clinics';
import { practitioners } from '../schema/practitioners';

type Row = typeof practitioners.$inferSelect;
type Clinic = typeof clinics.$inferSelect;

export type DoctorRow = Pick<Row, 'id' | 'display_name' | 'speciality' | 'clinic_id'> & {
  clinic_name: Clinic['name'];
  zone: Clinic['zone'];
};

const columns = (tx: Tx) => tx`
  select d.id, d.display_name, d.speciality, d.clinic_id, c.name as clinic_name, c.zone
    from practitioners d join clinics c on c.id = d.clinic_id`;

interface Wanted {
  doctor_id?: Id<'practitioners'> | null;
  speciality?: string | null;
  clinic_id?: Id<'clinics'> | null;
}

/** Those of whom a visit may be asked; those alone that are wanted, where somebody says so. */
export function listDoctors(
  tx: Tx,
  { doctor_id = null, speciality = null, clinic_id = null }: Wanted = {},
): Promise<DoctorRow[]> {
  return tx<DoctorRow[]>`
    ${columns(tx)}
     where d.closed_at is null and (${doctor_id}::uuid is null or d.id = ${doctor_id})
       and (${speciality}::text is null or d.speciality = ${speciality})
       and (${clinic_id}::uuid is null or d.clinic_id = ${clinic_id})
     order by d.created_at, d.id limit 1000`;
}

export async function findDoctor(tx: Tx, id: Id<'practitioners'>): Promise<DoctorRow | null> {
  const [row] = await tx<DoctorRow[]>`${columns(tx)} where d.id = ${id} and d.closed_at is null`;
  return row ?? null;
}

export function insertPractitioner(tx: Tx, row: typeof practitioners.$inferInsert): Statement {
  return insertRow(tx, practitioners, row);
}

export async function findPractitionerOf(tx: Tx, userId: Id<'users'>): Promise<Id<'practitioners'> | null> {
  const [row] = await tx<{ id: Id<'practitioners'> }[]>`
    select id from practitioners where user_id = ${userId}`.execute();
  return row?.id ?? null;
}

type Told = Pick<Row, 'id' | 'clinic_id' | 'display_name' | 'speciality'>;

/** As what somebody comes back to giving care. */
export async function markPractitionerPrepared(tx: Tx, { id, ...told }: Told): Promise<void> {
  await tx`
    update practitioners set clinic_id = ${told.clinic_id}, display_name = ${told.display_name},
                             speciality = ${told.speciality}
     where id = ${id}`;
}
