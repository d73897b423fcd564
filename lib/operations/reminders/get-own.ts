import { z } from 'zod';
import { findOwnReminderSettings } from '#db/queries/reminder-settings';
import { defineOperation } from '../define';
import { exampleSettings, reminderSettingsView, viewSettings } from './settings-view';

/** How the actor is reminded of visits, and by which clock they read. */
export const getOwnReminders = defineOperation({
  name: 'reminders.get-own',
  kind: 'query',
  rest: 'GET /users/me/reminders',
  summary: 'How you are reminded of visits',
  permission: 'read:profile',
  stepUp: 'none',
  input: z.strictObject({}),
  output: reminderSettingsView,
  errors: [],
  audit: { event: 'VIEW_REMINDERS', resource: 'user' },
  example: { input: {}, output: exampleSettings },

  subject: async ({ tx }) => {
    const row = await findOwnReminderSettings(tx);
    return row && { type: 'account', user_id: row.id, row };
  },

  handle: ({ subject }) => viewSettings(subject.row),
});
