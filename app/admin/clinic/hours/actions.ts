'use server';
import { setClinicHours } from '#lib/operations/clinics/set-hours';
import { paths } from '#lib/platform/paths';
import type { FormState } from '#lib/transport/action';
import { rowsIn, submitRows } from '#lib/transport/form-rows';

/** Each row's key begins with its day of the week. */
export async function saveHours(
  id: string,
  site: string | undefined,
  _state: FormState,
  form: FormData,
): Promise<FormState> {
  const rows = rowsIn(form, 'hours').map(({ key, value }) => ({
    key,
    value: { ...value, weekday: key.slice(0, 1) },
  }));
  const to = paths.admin.openingHours({ site, done: 'saved' });
  return submitRows(setClinicHours, form, { group: 'hours', rows }, to, { id });
}
