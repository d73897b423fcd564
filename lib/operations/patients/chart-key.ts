import type { ChartKeyRow } from '#db/queries/charts';
import { type PatientKey, unwrapPatientKey } from '#lib/crypto/patient-key';

/** The key that opens the columns of the row it came with. Call it only after the policy has decided. */
export function chartKey({ key_id, wrapped_key, key_version }: ChartKeyRow): PatientKey {
  return unwrapPatientKey(key_id, wrapped_key, key_version);
}
