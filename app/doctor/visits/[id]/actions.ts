'use server';
import { changeVisitState } from '#lib/operations/appointments/change-state';
import { paths } from '#lib/platform/paths';
import { type FormState, submit } from '#lib/transport/action';

/** Only the visit as its page has shown it: nobody calls off another time than the one that they were asked about. */
export async function cancelVisit(
  { id, version }: { readonly id: string; readonly version: number },
  _state: FormState,
  form: FormData,
): Promise<FormState> {
  const more = { id, expected_version: version, state: 'cancelled' };
  return submit(changeVisitState, form, paths.doctor.visitDone(id, 'cancelled'), more);
}
