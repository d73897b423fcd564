'use server';
import { undoDeletion } from '#lib/operations/users/undo-deletion';
import { paths } from '#lib/platform/paths';
import { type FormState, submit } from '#lib/transport/action';

export async function undo(_state: FormState, form: FormData): Promise<FormState> {
  return submit(undoDeletion, form, paths.signInAgain('restored'));
}
