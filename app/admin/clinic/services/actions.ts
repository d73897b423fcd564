'use server';
import { setQuestionnaire } from '#lib/operations/questionnaires/set';
import { archiveService } from '#lib/operations/services/archive';
import { createService } from '#lib/operations/services/create';
import { updateService } from '#lib/operations/services/update';
import { paths } from '#lib/platform/paths';
import { type FormState, submit } from '#lib/transport/action';
import { rowsIn, submitRows } from '#lib/transport/form-rows';

export async function addService(
  clinicId: string,
  site: string | undefined,
  _state: FormState,
  form: FormData,
): Promise<FormState> {
  return submit(createService, form, paths.admin.services({ site, done: 'added' }), { clinic_id: clinicId });
}

export async function saveService(
  id: string,
  site: string | undefined,
  _state: FormState,
  form: FormData,
): Promise<FormState> {
  return submit(updateService, form, paths.admin.services({ site, done: 'saved' }), { id });
}

export async function putAwayService(
  id: string,
  site: string | undefined,
  _state: FormState,
  form: FormData,
): Promise<FormState> {
  return submit(archiveService, form, paths.admin.services({ site, done: 'archived' }), { id });
}

/** A question whose text was emptied is asked no longer. */
export async function saveQuestions(
  id: string,
  site: string | undefined,
  _state: FormState,
  form: FormData,
): Promise<FormState> {
  const rows = rowsIn(form, 'questions')
    .filter(({ value }) => value.text)
    .map(({ key, value }) => ({ key, value: { ...value, choices: linesOf(value.choices) } }));
  const to = paths.admin.services({ site, done: 'saved' });
  return submitRows(setQuestionnaire, form, { group: 'questions', rows }, to, { id });
}

const linesOf = (text: unknown) =>
  String(text ?? '')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
