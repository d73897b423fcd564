'use server';
import { updateHours } from '#lib/operations/hours/update';
import { paths } from '#lib/platform/paths';
import type { FormState } from '#lib/transport/action';
import { rowsIn, submitRows } from '#lib/transport/form-rows';

/** Those that are ticked; each row's key is the visit type. */
export async function saveOffers(_state: FormState, form: FormData): Promise<FormState> {
  const rows = rowsIn(form, 'services')
    .filter(({ value }) => value.offered)
    .map(({ key, value: { minutes } }) => ({
      key,
      value: { service_id: key, ...(minutes !== undefined && { minutes }) },
    }));
  return submitRows(updateHours, form, { group: 'services', rows }, paths.doctor.hoursDone('saved'));
}
