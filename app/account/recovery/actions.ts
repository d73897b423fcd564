'use server';
import { objectToRecovery } from '#lib/operations/recoveries/object';
import { paths } from '#lib/platform/paths';
import { type FormState, submit } from '#lib/transport/action';

export async function stopRecovery(_state: FormState, form: FormData): Promise<FormState> {
  return submit(objectToRecovery, form, paths.account.recoveryDone);
}
