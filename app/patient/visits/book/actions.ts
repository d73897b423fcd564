'use server';
import { bookAppointment } from '#lib/operations/appointments/book';
import { paths } from '#lib/platform/paths';
import { type FormState, submit } from '#lib/transport/action';

export async function bookVisit(
  doctorId: string,
  patientId: string | undefined,
  _state: FormState,
  form: FormData,
): Promise<FormState> {
  return submit(bookAppointment, form, ({ id }) => paths.patient.chart(patientId).visitDone(id, 'booked'), {
    doctor_id: doctorId,
    ...(patientId !== undefined && { patient_id: patientId }),
  });
}
