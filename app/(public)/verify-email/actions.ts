'use server';
import { verifyEmail } from '#lib/operations/auth/verify-email';
import { paths } from '#lib/platform/paths';
import { type FormState, submit } from '#lib/transport/action';

export async function verify(_state: FormState, form: FormData): Promise<FormState> {
  return submit(verifyEmail, form, paths.signInAgain('verified'));
}
