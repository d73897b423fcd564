import { z } from 'zod';
import { saveReminderText } from '#db/queries/reminder-texts';
import { reminderWords } from '#lib/domain/reminder-text';
import { theClinic } from '#lib/policy/subject';
import { defineOperation } from '../define';
import { exampleText, textKey } from './text-view';

/** The organisation says one kind of reminder in its own words, in one language. */
export const saveReminderWords = defineOperation({
  name: 'reminder-texts.save',
  kind: 'command',
  rest: 'PUT /reminder-texts/{language}/{kind}',
  successStatus: 204,
  summary: 'Write the text of a reminder',
  permission: 'admin:system',
  stepUp: 'none',
  input: z.strictObject({ ...textKey, ...reminderWords }),
  output: z.void(),
  errors: [],
  audit: { event: 'UPDATE_REMINDER_TEXT', resource: 'clinic', details: ['language', 'kind'] },
  example: { input: exampleText, output: undefined },
  subject: theClinic,
  handle: ({ tx, input }) => saveReminderText(tx, input),
});
