'use server';
import { updateClinic } from '#lib/operations/clinics/update';
import { paths } from '#lib/platform/paths';
import { type FormState, submit } from '#lib/transport/action';

export async function saveDetails(
  id: string,
  site: string | undefined,
  _state: FormState,
  form: FormData,
): Promise<FormState> {
  return submit(updateClinic, form, paths.admin.clinicOf({ site, done: 'saved' }), { id });
}
