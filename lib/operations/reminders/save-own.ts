import { z } from 'zod';
import { lockOwnReminderSettings, markOwnZone, saveOwnReminderSettings } from '#db/queries/reminder-settings';
import { wallTime } from '#lib/domain/availability/hours-input';
import { languageTag } from '#lib/domain/person';
import { isTooQuiet, reminderKinds } from '#lib/domain/reminders';
import { timeZone } from '#lib/domain/time-zone';
import { defineOperation } from '../define';
import { exampleSettings, viewSettings } from './settings-view';

/** One that is chosen comes from a form as itself, none not at all. */
const kinds = z
  .union([
    z.array(z.enum(reminderKinds)).max(reminderKinds.length),
    z.enum(reminderKinds).transform((kind) => [kind]),
  ])
  .default([])
  .transform((chosen) => reminderKinds.filter((kind) => chosen.includes(kind)));

const { has_phone: _, ...exampleInput } = exampleSettings;

/** How the actor wants to be reminded of visits, when it is quiet, and by which clock they read. All of it at once. */
export const saveOwnReminders = defineOperation({
  name: 'reminders.save-own',
  kind: 'command',
  rest: 'PUT /users/me/reminders',
  successStatus: 204,
  summary: 'Choose how you are reminded of visits',
  permission: 'write:profile',
  stepUp: 'none',
  input: z
    .strictObject({
      mail_kinds: kinds,
      text_kinds: kinds,
      quiet_from: wallTime,
      quiet_to: wallTime,
      zone: timeZone.nullable().default(null),
      locale: languageTag.nullable().default(null),
    })
    .check(({ value, issues }) => {
      if (issues.length > 0) return; // what is no time is neither long nor short
      if (isTooQuiet(value)) {
        issues.push({ code: 'custom', message: 'too_quiet', path: ['quiet_to'], input: value });
      }
    }),
  output: z.void(),
  errors: [],
  audit: { event: 'UPDATE_REMINDERS', resource: 'user' },
  example: { input: exampleInput, output: undefined },

  subject: async ({ tx }) => {
    const row = await lockOwnReminderSettings(tx);
    return row && { type: 'account', user_id: row.id, row };
  },

  async handle({ tx, input, subject, audit }) {
    const before = viewSettings(subject.row);
    const names = Object.keys(input) as (keyof typeof input)[];
    const changed = names.filter((name) => String(input[name]) !== String(before[name]));
    // Which of them, never what they say.
    audit({ additional_info: { fields: changed.sort().join(' ') } });
    const { zone, locale, ...settings } = input;
    await saveOwnReminderSettings(tx, settings);
    await markOwnZone(tx, { zone, locale });
  },
});
