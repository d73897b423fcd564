'use server';
import { resetPassword } from '#lib/operations/passwords/reset';
import { paths } from '#lib/platform/paths';
import { type FormState, submit } from '#lib/transport/action';

export async function setPassword(_state: FormState, form: FormData): Promise<FormState> {
  return submit(resetPassword, form, paths.signInAgain('password_reset'));
}
