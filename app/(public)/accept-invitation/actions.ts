'use server';
import { acceptInvitation } from '#lib/operations/auth/accept-invitation';
import { paths } from '#lib/platform/paths';
import { type FormState, submit } from '#lib/transport/action';

export async function accept(_state: FormState, form: FormData): Promise<FormState> {
  return submit(acceptInvitation, form, paths.signInAgain('invited'));
}
