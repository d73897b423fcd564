import type { Tx } from '#db/client';
import { findClinic } from '#db/queries/clinics';
import type { Id } from '#lib/platform/ids';
import type { ClinicSubject } from '#lib/policy/subject';

/** One site of the organisation, which has to be there. */
export async function siteSubject(tx: Tx, id: Id<'clinics'>): Promise<ClinicSubject | null> {
  return (await findClinic(tx, id)) && { type: 'clinic' };
}
