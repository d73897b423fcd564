'use server';
import { inviteCarer } from '#lib/operations/care-relationships/invite-carer';
import { paths } from '#lib/platform/paths';
import { type FormState, submit } from '#lib/transport/action';

export async function invite(_state: FormState, form: FormData): Promise<FormState> {
  return submit(inviteCarer, form, paths.patient.sharingDone('invited'));
}
