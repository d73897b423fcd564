'use server';
import { bookAppointment } from '#lib/operations/appointments/book';
import { paths } from '#lib/platform/paths';
import { type FormState, submit } from '#lib/transport/action';

interface Pair {
  readonly patient_id: string;
  readonly doctor_id: string | null;
}

export async function bookFor(pair: Pair, _state: FormState, form: FormData): Promise<FormState> {
  return submit(bookAppointment, form, ({ id }) => paths.doctor.visitDone(id, 'booked'), { ...pair });
}
