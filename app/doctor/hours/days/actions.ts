'use server';
import { clearDay } from '#lib/operations/hours/clear-day';
import { setDay } from '#lib/operations/hours/set-day';
import { paths } from '#lib/platform/paths';
import { type FormState, submit } from '#lib/transport/action';
import { rowsIn, submitRows } from '#lib/transport/form-rows';

/** Other hours have to be said: only who chose so is seen by nobody on that day. */
export async function saveSingleDay(_state: FormState, form: FormData): Promise<FormState> {
  const posted = rowsIn(form, 'hours');
  const filled = posted.filter(({ value }) => value.starts || value.ends);
  const other = filled.length > 0 ? filled : posted.slice(0, 1);
  const rows = form.get('hours.kind') === 'nobody' ? [] : other;
  return submitRows(setDay, form, { group: 'hours', rows }, paths.doctor.singleDaysDone('saved'));
}

export async function takeBackDay(_state: FormState, form: FormData): Promise<FormState> {
  return submit(clearDay, form, paths.doctor.singleDaysDone('removed'));
}
