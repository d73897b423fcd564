'use server';
import { changeVisitState } from '#lib/operations/appointments/change-state';
import { undoVisitChange } from '#lib/operations/appointments/undo';
import { paths } from '#lib/platform/paths';
import { type FormState, submit } from '#lib/transport/action';

/** A visit as a page has shown it, and which page: one day, with a visit beside it, or the visit's own. */
interface Shown {
  readonly id: string;
  readonly version: number;
  readonly day?: string;
  readonly beside?: string | undefined;
}

const pageOf = ({ id, day, beside }: Shown, done: 'said' | 'undone') =>
  day === undefined ? paths.doctor.visitDone(id, done) : paths.doctor.dayOf(day, beside, done);

export async function sayState(shown: Shown, _state: FormState, form: FormData): Promise<FormState> {
  const more = { id: shown.id, expected_version: shown.version };
  return submit(changeVisitState, form, pageOf(shown, 'said'), more);
}

export async function undoState(shown: Shown, _state: FormState, form: FormData): Promise<FormState> {
  const more = { id: shown.id, expected_version: shown.version };
  return submit(undoVisitChange, form, pageOf(shown, 'undone'), more);
}
