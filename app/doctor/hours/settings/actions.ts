'use server';
import { updateHours } from '#lib/operations/hours/update';
import { paths } from '#lib/platform/paths';
import { type FormState, submit } from '#lib/transport/action';

export async function saveSettings(_state: FormState, form: FormData): Promise<FormState> {
  return submit(updateHours, form, paths.doctor.hoursDone('saved'));
}
