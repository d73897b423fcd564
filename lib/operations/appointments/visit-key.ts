import type { AppointmentRow } from '#db/queries/appointments';
import type { PatientKey } from '#lib/crypto/patient-key';
import { OperationError } from '#lib/errors/operation-error';
import { chartKey } from '../patients/chart-key';

/** The key of the visit's patient, for an actor who may open the chart; for another there is nothing to write. */
export function visitKey({ key_id, wrapped_key, key_version }: AppointmentRow): PatientKey {
  if (!key_id || !wrapped_key || !key_version) throw new OperationError('not_found');
  return chartKey({ key_id, wrapped_key, key_version });
}
