'use server';
import { bookAppointment } from '#lib/operations/appointments/book';
import { holdAppointment } from '#lib/operations/appointments/hold';
import { paths, type VisitWishQuery } from '#lib/platform/paths';
import { type FormState, submit } from '#lib/transport/action';

/** What is wished, for whom: bound by the page that offers it. */
interface VisitWish {
  readonly doctor_id: string;
  readonly service_id?: string | undefined;
  readonly mode?: 'in_person' | 'video' | undefined;
  /** Whom the reader looks after; themself where it is left out. */
  readonly patient_id?: string | undefined;
}

/** What was searched for stands in the address of the review, for the way back and in case the time is kept no longer. */
export async function holdTime(
  wish: VisitWish,
  searched: VisitWishQuery,
  _state: FormState,
  form: FormData,
): Promise<FormState> {
  const to = paths.patient.chart(wish.patient_id).bookReview(searched);
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
