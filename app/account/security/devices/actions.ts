'use server';
import { removeDevice } from '#lib/operations/devices/remove';
import { paths } from '#lib/platform/paths';
import { type FormState, submit } from '#lib/transport/action';

export async function remove(_state: FormState, form: FormData): Promise<FormState> {
  return submit(removeDevice, form, paths.account.devicesDone);
}
