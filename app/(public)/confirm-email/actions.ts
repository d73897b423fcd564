'use server';
import { confirmEmail } from '#lib/operations/users/confirm-email';
import { paths } from '#lib/platform/paths';
import { type FormState, submit } from '#lib/transport/action';

export async function confirm(_state: FormState, form: FormData): Promise<FormState> {
  return submit(confirmEmail, form, paths.signInAgain('email_changed'));
}
