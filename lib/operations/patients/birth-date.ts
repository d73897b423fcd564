import type { Tx } from '#db/client';
import { findBirthDate } from '#db/queries/patients';
import type { PatientKey } from '#lib/crypto/patient-key';
import { open } from '#lib/crypto/seal';
import type { Id } from '#lib/platform/ids';

/** A FHIR date as it was received; null where it is not known. */
export async function birthDateOf(tx: Tx, id: Id<'patients'>, key: PatientKey): Promise<string | null> {
  const sealed = await findBirthDate(tx, id);
  return sealed && open('patients.birth_date', id, sealed, key);
}
