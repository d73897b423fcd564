'use server';
import { cancelAppointment } from '#lib/operations/appointments/cancel';
import { updateAppointment } from '#lib/operations/appointments/update';
import { writeVisitAnswers } from '#lib/operations/visit-answers/write';
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

/** To one of the free times; only the visit as its page has shown it. */
export async function moveVisit(
  { id, version }: { readonly id: string; readonly version: number },
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
