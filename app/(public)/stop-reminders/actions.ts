'use server';
import { stopRemindersByLink } from '#lib/operations/reminders/stop-by-link';
import { paths } from '#lib/platform/paths';
import { type FormState, submit } from '#lib/transport/action';

export async function stop(_state: FormState, form: FormData): Promise<FormState> {
  return submit(stopRemindersByLink, form, paths.stopReminders({ done: 'stopped' }));
}
