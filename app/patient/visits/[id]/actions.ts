'use server';
import { cancelAppointment } from '#lib/operations/appointments/cancel';
import { paths } from '#lib/platform/paths';
import { type FormState, submit } from '#lib/transport/action';

export async function cancelVisit(
  id: string,
  patientId: string | undefined,
  _state: FormState,
  form: FormData,
): Promise<FormState> {
  return submit(cancelAppointment, form, paths.patient.chart(patientId).visitDone(id, 'cancelled'), { id });
}
