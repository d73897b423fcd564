'use server';
import { cancelAppointment } from '#lib/operations/appointments/cancel';
import { updateAppointment } from '#lib/operations/appointments/update';
import { writeVisitAnswers } from '#lib/operations/visit-answers/write';
import { paths } from '#lib/platform/paths';
import { type FormState, submit } from '#lib/transport/action';

/** A visit as its page has shown it: one that has changed since is left as it is. */
interface Shown {
  readonly id: string;
  readonly version: number;
}

export async function cancelVisit(
  { id, version }: Shown,
  patientId: string | undefined,
  _state: FormState,
  form: FormData,
): Promise<FormState> {
  const to = paths.patient.chart(patientId).visitDone(id, 'cancelled');
  return submit(cancelAppointment, form, to, { id, expected_version: version });
}

/** To one of the free times. */
export async function moveVisit(
  { id, version }: Shown,
  patientId: string | undefined,
  _state: FormState,
  form: FormData,
): Promise<FormState> {
  const to = paths.patient.chart(patientId).visitDone(id, 'moved');
  return submit(updateAppointment, form, to, { id, expected_version: version });
}

interface Asked {
  readonly id: string;
  readonly questionnaire_id: string;
  /** So many questions. */
  readonly count: number;
}

/** One answer for each question; what was left out is none. */
export async function sendAnswers(
  { id, questionnaire_id, count }: Asked,
  patientId: string | undefined,
  _state: FormState,
  form: FormData,
): Promise<FormState> {
  const answers = Array.from({ length: count }, (_, n) => String(form.get(`answers.${n}`) ?? '') || null);
  const to = paths.patient.chart(patientId).visitDone(id, 'answered');
  return submit(writeVisitAnswers, form, to, { id, questionnaire_id, answers });
}
