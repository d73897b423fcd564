'use server';
import { endCare } from '#lib/operations/care-relationships/end';
import { grantConsulting } from '#lib/operations/care-relationships/grant-consulting';
import { paths } from '#lib/platform/paths';
import { type FormState, submit } from '#lib/transport/action';

export async function grant(patientId: string, _state: FormState, form: FormData): Promise<FormState> {
  return submit(grantConsulting, form, paths.doctor.colleagues(patientId, 'granted'), {
    patient_id: patientId,
  });
}

export async function endConsulting(
  patientId: string,
  _state: FormState,
  form: FormData,
): Promise<FormState> {
  return submit(endCare, form, paths.doctor.colleagues(patientId, 'ended'));
}
