'use server';
import { cancelAppointment } from '#lib/operations/appointments/cancel';
import { updateAppointment } from '#lib/operations/appointments/update';
import { paths } from '#lib/platform/paths';
import { type FormState, submit } from '#lib/transport/action';

export async function completeVisit(id: string, _state: FormState, form: FormData): Promise<FormState> {
  const done = paths.doctor.visitDone(id, 'completed');
  return submit(updateAppointment, form, done, { id, status: 'completed' });
}

export async function cancelVisit(id: string, _state: FormState, form: FormData): Promise<FormState> {
  return submit(cancelAppointment, form, paths.doctor.visitDone(id, 'cancelled'), { id });
}
