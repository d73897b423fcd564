'use server';
import { signUp } from '#lib/operations/auth/sign-up';
import { paths } from '#lib/platform/paths';
import { type FormState, submit } from '#lib/transport/action';

export async function createAccount(_state: FormState, form: FormData): Promise<FormState> {
  return submit(signUp, form, paths.signUpSent);
}
