'use server';
import { forgotPassword } from '#lib/operations/passwords/forgot';
import { paths } from '#lib/platform/paths';
import { type FormState, submit } from '#lib/transport/action';

export async function askForLink(_state: FormState, form: FormData): Promise<FormState> {
  return submit(forgotPassword, form, paths.forgotPasswordSent);
}
