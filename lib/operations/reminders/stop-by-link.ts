import { z } from 'zod';
import { lockOwnReminderSettings, saveOwnReminderSettings } from '#db/queries/reminder-settings';
import { presentRemindersLink } from '#lib/auth/reminders-link';
import { fromPlace } from '#lib/auth/throttle-keys';
import { invalidField } from '#lib/errors/operation-error';
import { theClinic } from '#lib/policy/subject';
import { authBodyLimitBytes, opaqueToken } from '../auth/credentials';
import { defineOperation } from '../define';
import { settingsOf } from './settings-view';

const invalidToken = () => invalidField('token', 'invalid_token', 'This link is too old');

/** The mailed link ends reminders by mail, and can do nothing else: it signs nobody in. Text messages go on. */
export const stopRemindersByLink = defineOperation({
  name: 'reminders.stop-by-link',
  kind: 'command',
  rest: 'POST /reminders/stop',
  successStatus: 204,
  summary: 'End reminders by mail without signing in',
  public: true,
  input: z.strictObject({ token: opaqueToken }),
  output: z.void(),
  errors: [],
  audit: { event: 'UPDATE_REMINDERS', resource: 'user' },
  example: { input: { token: 'q1wZ4dQm0Qv7m2cUuYcN0Q3mO9xk5n6b8rT1sV2wX4y' }, output: undefined },
  bodyLimitBytes: authBodyLimitBytes,
  throttle: ({ request }) => [fromPlace('reminders_off', request.ip)],
  subject: theClinic,

  async handle({ tx, now, input, audit }) {
    const owner = await presentRemindersLink(tx, input.token, now);
    const row = owner && (await lockOwnReminderSettings(tx));
    if (!row) throw invalidToken();
    audit({ user_id: row.id, resource_id: row.id, additional_info: { by_link: true, fields: 'mail_kinds' } });
    const { text_kinds, quiet_from, quiet_to } = settingsOf(row);
    await saveOwnReminderSettings(tx, { mail_kinds: [], text_kinds: [...text_kinds], quiet_from, quiet_to });
  },
});
