import type { Id } from '#lib/platform/ids';
import type { Statement, Tx } from '../client';
import { insertRow } from '../rows';
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
