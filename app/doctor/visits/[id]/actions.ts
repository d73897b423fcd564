'use server';
import { changeVisitState } from '#lib/operations/appointments/change-state';
import { paths } from '#lib/platform/paths';
import { type FormState, submit } from '#lib/transport/action';

export async function cancelVisit(id: string, _state: FormState, form: FormData): Promise<FormState> {
  return submit(changeVisitState, form, paths.doctor.visitDone(id, 'cancelled'), { id, state: 'cancelled' });
}
