'use server';
import type { VisitMode } from '#components/appointments/visit-wish';
import { bookAppointment } from '#lib/operations/appointments/book';
import { overbookAppointment } from '#lib/operations/appointments/overbook';
import { paths } from '#lib/platform/paths';
import { type FormState, submit } from '#lib/transport/action';
import { submitTime } from '#lib/transport/page-time';

/** Who meets whom, and as what. */
interface Wanted {
  readonly patient_id: string;
  readonly doctor_id: string | null;
  readonly service_id?: string;
  readonly mode?: VisitMode;
}

export async function bookFor(wanted: Wanted, _state: FormState, form: FormData): Promise<FormState> {
  return submit(bookAppointment, form, ({ id }) => paths.doctor.visitDone(id, 'booked'), { ...wanted });
}

/** At a time that is typed, beside another visit where a reason says so. */
export async function bookAt(
  wanted: Wanted,
  zone: string,
  _state: FormState,
  form: FormData,
): Promise<FormState> {
  const reason = String(form.get('overbook_reason') ?? '').trim();
  const to = ({ id }: { readonly id: string }) => paths.doctor.visitDone(id, 'booked');
  if (reason === '') return submitTime(bookAppointment, form, { zone, input: { ...wanted }, to });
  return submitTime(overbookAppointment, form, { zone, input: { ...wanted, overbook_reason: reason }, to });
}
