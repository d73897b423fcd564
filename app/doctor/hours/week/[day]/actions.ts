'use server';
import { getHours } from '#lib/operations/hours/get';
import { updateHours } from '#lib/operations/hours/update';
import { paths } from '#lib/platform/paths';
import type { FormState } from '#lib/transport/action';
import { rowsIn, submitRows } from '#lib/transport/form-rows';
import { query } from '#lib/transport/page';

/**
 * The week with this day's spans in place of those that it had, on the other days that were ticked as well. A week that
 * another window has changed meanwhile is refused by the version in the form.
 */
export async function saveDay(weekday: number, _state: FormState, form: FormData): Promise<FormState> {
  const { weekly } = await query(getHours, {});
  const posted = rowsIn(form, 'weekly');
  const also = posted.filter(({ key }) => key === 'also').flatMap(({ value }) => Object.keys(value));
  const days = [weekday, ...also.map(Number)];
  const spans = posted.filter(({ key, value }) => key !== 'also' && (value.starts || value.ends));
  const rows = [
    ...days.flatMap((day) => spans.map(({ key, value }) => ({ key, value: { ...value, weekday: day } }))),
    ...weekly.filter((span) => !days.includes(span.weekday)).map((span) => ({ key: 'kept', value: span })),
  ];
  return submitRows(updateHours, form, { group: 'weekly', rows }, paths.doctor.hoursDone('saved'));
}
