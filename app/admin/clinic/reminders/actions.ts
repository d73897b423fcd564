'use server';
import { removeReminderWords } from '#lib/operations/reminder-texts/remove';
import { saveReminderWords } from '#lib/operations/reminder-texts/save';
import { paths } from '#lib/platform/paths';
import { type FormState, submit } from '#lib/transport/action';

interface Which {
  readonly language: string;
  readonly kind: string;
}

export async function saveText(which: Which, _state: FormState, form: FormData): Promise<FormState> {
  return submit(saveReminderWords, form, paths.admin.reminderTexts({ ...which, done: 'saved' }), {
    ...which,
  });
}

export async function resetText(which: Which, _state: FormState, form: FormData): Promise<FormState> {
  return submit(removeReminderWords, form, paths.admin.reminderTexts({ ...which, done: 'removed' }), {
    ...which,
  });
}
