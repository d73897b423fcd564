'use server';
import { decideApproval } from '#lib/operations/approvals/decide';
import { paths } from '#lib/platform/paths';
import { type FormState, submit } from '#lib/transport/action';

export async function decide(id: string, _state: FormState, form: FormData): Promise<FormState> {
  const done = form.get('decision') === 'approved' ? 'approved' : 'refused';
  return submit(decideApproval, form, paths.admin.approvalDone(id, done), { id });
}
