'use server';
import { changeEmail } from '#lib/operations/users/change-email';
import { paths } from '#lib/platform/paths';
import { type FormState, submit } from '#lib/transport/action';

export async function askForAddress(_state: FormState, form: FormData): Promise<FormState> {
  return submit(changeEmail, form, paths.account.overviewDone('email_requested'));
}
