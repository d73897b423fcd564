'use server';
import { updateAppointment } from '#lib/operations/appointments/update';
import { answerOffer } from '#lib/operations/waiting-list/answer';
import { joinWaitingList } from '#lib/operations/waiting-list/join';
import { leaveWaitingList } from '#lib/operations/waiting-list/withdraw';
import { paths } from '#lib/platform/paths';
import { type FormState, submit } from '#lib/transport/action';

/** What is waited for, for whom: bound by the page that asks. */
interface Waited {
  readonly instead_of?: string;
  readonly doctor_id?: string;
  readonly service_id?: string;
  readonly speciality?: string;
  /** Whom the reader looks after; themself where it is left out. */
  readonly patient_id?: string;
}

export async function joinList(waited: Waited, _state: FormState, form: FormData): Promise<FormState> {
  const to = paths.patient.chart(waited.patient_id);
  return submit(joinWaitingList, form, to.waitingDone('waiting'), { ...waited });
}

export async function leaveList(
  id: string,
  patientId: string | undefined,
  _state: FormState,
  form: FormData,
): Promise<FormState> {
  return submit(leaveWaitingList, form, paths.patient.chart(patientId).waitingDone('left'), { id });
}

export async function answerOffered(
  id: string,
  patientId: string | undefined,
  _state: FormState,
  form: FormData,
): Promise<FormState> {
  const to = paths.patient.chart(patientId);
  const next = (visit: string | null) => (visit ? to.visitDone(visit, 'booked') : to.waitingDone('declined'));
  return submit(answerOffer, form, ({ appointment_id }) => next(appointment_id), { id });
}

/** One of the earlier times that are free already: earlier than the visit was when its page showed it. */
export async function moveSooner(
  { id, version }: { readonly id: string; readonly version: number },
  patientId: string | undefined,
  _state: FormState,
  form: FormData,
): Promise<FormState> {
  const to = paths.patient.chart(patientId).visitDone(id, 'moved');
  return submit(updateAppointment, form, to, { id, expected_version: version });
}
