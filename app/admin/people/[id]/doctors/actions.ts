'use server';
import { assignDoctor } from '#lib/operations/care-relationships/assign';
import { endAssignment } from '#lib/operations/care-relationships/end-assignment';
import { paths } from '#lib/platform/paths';
import { type FormState, submit } from '#lib/transport/action';

export async function assign(id: string, _state: FormState, form: FormData): Promise<FormState> {
  return submit(assignDoctor, form, paths.admin.personDone(id, 'assigned'), { id });
}

export async function unassign(
  id: string,
  assignmentId: string,
  _state: FormState,
  form: FormData,
): Promise<FormState> {
  return submit(endAssignment, form, paths.admin.personDone(id, 'unassigned'), {
    id,
    assignment_id: assignmentId,
  });
}
