import { z } from 'zod';
import { deleteReminderText } from '#db/queries/reminder-texts';
import { theClinic } from '#lib/policy/subject';
import { defineOperation } from '../define';
import { exampleText, textKey } from './text-view';

/** The product's own words are said again. */
export const removeReminderWords = defineOperation({
  name: 'reminder-texts.remove',
  kind: 'command',
  rest: 'DELETE /reminder-texts/{language}/{kind}',
  successStatus: 204,
  summary: 'Go back to the product’s text of a reminder',
  permission: 'admin:system',
  stepUp: 'none',
  input: z.strictObject(textKey),
  output: z.void(),
  errors: [],
  audit: { event: 'REMOVE_REMINDER_TEXT', resource: 'clinic', details: ['language', 'kind'] },
  example: { input: { language: exampleText.language, kind: exampleText.kind }, output: undefined },
  subject: theClinic,
  handle: ({ tx, input }) => deleteReminderText(tx, input.language, input.kind),
});
