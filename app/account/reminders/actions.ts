'use server';
import { saveOwnReminders } from '#lib/operations/reminders/save-own';
import { paths } from '#lib/platform/paths';
import { type FormState, submit } from '#lib/transport/action';

export async function saveReminders(_state: FormState, form: FormData): Promise<FormState> {
  const state = await submit(saveOwnReminders, form, paths.account.remindersDone);
  return { ...state, values: { ...state.values, ...ticksIn(form) } };
}

/** All that are ticked under one name: a form that comes back keeps the last alone. */
const ticksIn = (form: FormData) =>
  Object.fromEntries(['mail_kinds', 'text_kinds'].map((name) => [name, form.getAll(name).join(' ')]));
