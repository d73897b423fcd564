'use server';
import { changeVisitState } from '#lib/operations/appointments/change-state';
import { confirmVisit } from '#lib/operations/appointments/confirm';
import { undoVisitChange } from '#lib/operations/appointments/undo';
import { paths } from '#lib/platform/paths';
import { type FormState, submit } from '#lib/transport/action';

interface Shown {
  readonly id: string;
  readonly version: number;
  /** Of somebody whom the reader looks after; their own where it is left out. */
  readonly patientId?: string | undefined;
}

const pageOf = ({ id, patientId }: Shown, done: 'arrived' | 'undone' | 'confirmed') =>
  paths.patient.chart(patientId).visitDone(id, done);

export async function sayArrived(shown: Shown, _state: FormState, form: FormData): Promise<FormState> {
  const more = { id: shown.id, expected_version: shown.version, state: 'arrived' };
  return submit(changeVisitState, form, pageOf(shown, 'arrived'), more);
}

export async function undoArrived(shown: Shown, _state: FormState, form: FormData): Promise<FormState> {
  const more = { id: shown.id, expected_version: shown.version };
  return submit(undoVisitChange, form, pageOf(shown, 'undone'), more);
}

export async function sayComing(shown: Shown, _state: FormState, form: FormData): Promise<FormState> {
  const more = { id: shown.id, expected_version: shown.version };
  return submit(confirmVisit, form, pageOf(shown, 'confirmed'), more);
}
