'use server';
import { bookAppointment } from '#lib/operations/appointments/book';
import { holdAppointment } from '#lib/operations/appointments/hold';
import { paths } from '#lib/platform/paths';
import { type FormState, submit } from '#lib/transport/action';

/** What is wished, for whom: bound by the page that offers it. */
interface VisitWish {
  readonly doctor_id: string;
  readonly service_id?: string | undefined;
  readonly mode?: 'in_person' | 'video' | undefined;
  /** Whom the reader looks after; themself where it is left out. */
  readonly patient_id?: string | undefined;
}

export async function holdTime(wish: VisitWish, _state: FormState, form: FormData): Promise<FormState> {
  const { service_id: service, mode, patient_id } = wish;
  const to = paths.patient.chart(patient_id).bookReview({ service, mode });
  return submit(holdAppointment, form, to, { ...wish });
}

export async function bookVisit(
  wish: VisitWish & { readonly hold_id: string },
  _state: FormState,
  form: FormData,
): Promise<FormState> {
  const to = paths.patient.chart(wish.patient_id);
  return submit(bookAppointment, form, ({ id }) => to.visitDone(id, 'booked'), { ...wish });
}
