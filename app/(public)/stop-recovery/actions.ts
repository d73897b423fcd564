'use server';
import { objectByLink } from '#lib/operations/recoveries/object-by-link';
import { paths } from '#lib/platform/paths';
import { type FormState, submit } from '#lib/transport/action';

export async function stop(_state: FormState, form: FormData): Promise<FormState> {
  return submit(objectByLink, form, paths.signInAgain('recovery_stopped'));
}
