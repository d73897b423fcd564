import type { AppointmentRow } from '#db/queries/appointments';
import type { PatientKey } from '#lib/crypto/patient-key';
import { OperationError } from '#lib/errors/operation-error';
import { chartKey } from '../patients/chart-key';

/** The key of the visit's patient; null for an actor who may see the visit and no longer the chart. */
export function keyOfVisit({ key_id, wrapped_key, key_version }: AppointmentRow): PatientKey | null {
  return key_id && wrapped_key && key_version ? chartKey({ key_id, wrapped_key, key_version }) : null;
}

/** The same for an actor who may open the chart; for another there is nothing to write. */
export function visitKey(row: AppointmentRow): PatientKey {
  const key = keyOfVisit(row);
  if (!key) throw new OperationError('not_found');
  return key;
}
