import type { Id } from '#lib/platform/ids';
import type { Tx } from '../client';

/** The site of an organisation that has one; null where a new patient could belong to any of several. */
export async function findOnlyClinic(tx: Tx): Promise<Id<'clinics'> | null> {
  const rows = await tx<{ id: Id<'clinics'> }[]>`select id from clinics limit 2`;
  return rows.length === 1 ? (rows[0]?.id ?? null) : null;
}
