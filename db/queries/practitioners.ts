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

export function listDoctors(tx: Tx): Promise<DoctorRow[]> {
  return tx<DoctorRow[]>`${columns(tx)} order by d.created_at, d.id limit 1000`;
}

export async function findDoctor(tx: Tx, id: Id<'practitioners'>): Promise<DoctorRow | null> {
  const [row] = await tx<DoctorRow[]>`${columns(tx)} where d.id = ${id}`;
  return row ?? null;
}

export function insertPractitioner(tx: Tx, row: typeof practitioners.$inferInsert): Statement {
  return insertRow(tx, practitioners, row);
}
