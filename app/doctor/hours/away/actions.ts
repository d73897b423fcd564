'use server';
import { redirect } from 'next/navigation';
import { createAbsence } from '#lib/operations/absences/create';
import { removeAbsence } from '#lib/operations/absences/remove';
import { changeVisitState } from '#lib/operations/appointments/change-state';
import { paths } from '#lib/platform/paths';
import { attempt, type FormState, submit } from '#lib/transport/action';

export async function addAbsence(_state: FormState, form: FormData): Promise<FormState> {
  return submit(createAbsence, form, paths.doctor.awayDone('added'));
}

export async function takeBackAbsence(_state: FormState, form: FormData): Promise<FormState> {
  return submit(removeAbsence, form, paths.doctor.awayDone('removed'));
}

interface Clashing {
  readonly id: string;
  /** As the page showed it: a visit that somebody has moved meanwhile stays. */
  readonly version: number;
}

/** Each by itself: what has changed meanwhile stands, is listed still when the page comes back, and said. */
export async function cancelClashing(
  visits: readonly Clashing[],
  _state: FormState,
  form: FormData,
): Promise<FormState> {
  const refused: FormState[] = [];
  for (const { id, version } of visits) {
    const change = { id, state: 'cancelled', expected_version: version };
    const outcome = await attempt(changeVisitState, form, change);
    if (!('state' in outcome)) continue;
    // What is amiss with the form, or its sender, is so with each of them.
    if (isOfForm(outcome.state)) return outcome.state;
    refused.push(outcome.state);
  }
  if (refused[0] && refused.length === visits.length) return refused[0];
  return redirect(paths.doctor.awayDone(refused[0] ? 'some_cancelled' : 'cancelled'));
}

const isOfForm = ({ errors, link }: FormState) =>
  link !== undefined || errors?.some(({ path }) => path !== '') === true;
