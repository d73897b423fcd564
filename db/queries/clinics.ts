import type { Id } from '#lib/platform/ids';
import type { Statement, Tx } from '../client';
import { insertRow, updateRow } from '../rows';
import { clinicHours } from '../schema/clinic-hours';
import { clinics } from '../schema/clinics';

/** The site of an organisation that has one; null where a new patient could belong to any of several. */
export async function findOnlyClinic(tx: Tx): Promise<Id<'clinics'> | null> {
  const rows = await tx<{ id: Id<'clinics'> }[]>`select id from clinics limit 2`;
  return rows.length === 1 ? (rows[0]?.id ?? null) : null;
}

type Site = Pick<typeof clinics.$inferSelect, 'id' | 'name' | 'zone'>;

export function listClinics(tx: Tx): Promise<Site[]> {
  return tx<Site[]>`select id, name, zone from clinics order by name, id limit 1000`;
}

export function insertClinic(tx: Tx, row: typeof clinics.$inferInsert): Statement {
  return insertRow(tx, clinics, row);
}

type Row = typeof clinics.$inferSelect;

export type ClinicRow = Omit<Row, 'created_at'> & {
  /** In order, with times as 'HH:MM'. */
  hours: { weekday: number; opens: string; closes: string }[];
};

/** A site with when it is open. */
export async function findClinic(tx: Tx, id: Id<'clinics'>): Promise<ClinicRow | null> {
  const [row] = await tx<ClinicRow[]>`
    select c.id, c.name, c.zone, c.address, c.phone, c.video_url, c.change_notice_minutes, c.version,
           coalesce((select json_agg(h order by h.weekday, h.opens) from (
              select weekday, to_char(opens, 'HH24:MI') as opens, to_char(closes, 'HH24:MI') as closes
                from clinic_hours where clinic_id = c.id) h), '[]') as hours
      from clinics c where c.id = ${id}`;
  return row ?? null;
}

type OwnedClinic = Pick<Row, 'id' | 'version'>;

/** Held until the end of the transaction, for whoever may change it. */
export async function lockClinic(tx: Tx, id: Id<'clinics'>): Promise<OwnedClinic | null> {
  const [row] = await tx<OwnedClinic[]>`select id, version from clinics where id = ${id} for update`;
  return row ?? null;
}

/** Writes the next version of it. */
export function markClinicChanged(
  tx: Tx,
  { id, version }: OwnedClinic,
  change: Partial<Omit<Row, 'id' | 'zone' | 'version' | 'created_at'>>,
): Promise<boolean> {
  return updateRow(tx, clinics, { id }, { ...change, version: version + 1 });
}

/** When the site is open, in place of what was said before. */
export async function replaceClinicHours(
  tx: Tx,
  id: Id<'clinics'>,
  rows: readonly (typeof clinicHours.$inferInsert)[],
): Promise<void> {
  await tx`delete from clinic_hours where clinic_id = ${id}`;
  for (const row of rows) await insertRow(tx, clinicHours, row);
}
