'use server';
import { updateMe } from '#lib/operations/users/update-me';
import { paths } from '#lib/platform/paths';
import { type FormState, submit } from '#lib/transport/action';

const fields = ['first_name', 'last_name', 'phone_number', 'date_of_birth', 'address'];

/** A field that was emptied is cleared; one that is absent would stay. */
export async function saveProfile(version: number, _state: FormState, form: FormData): Promise<FormState> {
  const emptied = fields.filter((name) => form.get(name) === '').map((name) => [name, null]);
  const given = { ...Object.fromEntries(emptied), expected_version: version };
  return submit(updateMe, form, paths.account.overviewDone('saved'), given);
}
