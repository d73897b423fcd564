'use server';
import { inviteStaff } from '#lib/operations/people/invite';
import { paths } from '#lib/platform/paths';
import { type FormState, submit } from '#lib/transport/action';

export async function invite(
  role: 'doctor' | 'admin',
  _state: FormState,
  form: FormData,
): Promise<FormState> {
  return submit(
    inviteStaff,
    form,
    ({ id, approval_id }) => paths.admin.personDone(id, approval_id ? 'asked' : 'invited'),
    { role },
  );
}
