import { z } from 'zod';
import type { ReminderSettingsRow } from '#db/queries/reminder-settings';
import { defaultReminders, type ReminderSettings, reminderKinds } from '#lib/domain/reminders';

const kinds = z.array(z.enum(reminderKinds));

/** How somebody is reminded of visits, and by which clock. */
export const reminderSettingsView = z.strictObject({
  mail_kinds: kinds,
  text_kinds: kinds,
  /** By the reader's clock; from and to the same is never. */
  quiet_from: z.string(),
  quiet_to: z.string(),
  /** IANA; null: that of the clinic. */
  zone: z.string().nullable(),
  /** BCP 47; null follows the browser. */
  locale: z.string().nullable(),
  /** Whether there is a confirmed number to which text messages can go. */
  has_phone: z.boolean(),
});

/** As they stand: the product's own where nothing was chosen. */
export function settingsOf(
  row: Omit<ReminderSettingsRow, 'id' | 'zone' | 'locale' | 'phone_id'>,
): ReminderSettings {
  return {
    mail_kinds: row.mail_kinds ?? defaultReminders.mail_kinds,
    text_kinds: row.text_kinds ?? defaultReminders.text_kinds,
    quiet_from: row.quiet_from ?? defaultReminders.quiet_from,
    quiet_to: row.quiet_to ?? defaultReminders.quiet_to,
  };
}

export function viewSettings(row: ReminderSettingsRow): z.output<typeof reminderSettingsView> {
  const { mail_kinds, text_kinds, ...quiet } = settingsOf(row);
  const { zone, locale, phone_id } = row;
  return {
    ...{ mail_kinds: [...mail_kinds], text_kinds: [...text_kinds], ...quiet },
    ...{ zone, locale, has_phone: phone_id !== null },
  };
}

export const exampleSettings: z.output<typeof reminderSettingsView> = {
  mail_kinds: ['week', 'day', 'hours'],
  text_kinds: ['hours'],
  quiet_from: '21:00',
  quiet_to: '08:00',
  zone: 'Europe/London',
  locale: 'en',
  has_phone: true,
};
