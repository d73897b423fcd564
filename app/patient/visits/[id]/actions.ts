'use server';
import { cancelAppointment } from '#lib/operations/appointments/cancel';
import { paths } from '#lib/platform/paths';
import { type FormState, submit } from '#lib/transport/action';

export async function cancelVisit(id: string, _state: FormState, form: FormData): Promise<FormState> {
  return submit(cancelAppointment, form, paths.patient.visitDone(id, 'cancelled'), { id });
}
