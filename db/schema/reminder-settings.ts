import { sql } from 'drizzle-orm';
import { check, pgTable, text, time } from 'drizzle-orm/pg-core';
import { id, instant } from '../columns';
import { users } from './users';

/** How long before a visit: seven days, one day, two hours. */
export type ReminderKind = 'week' | 'day' | 'hours';

/** How somebody wants to be reminded of visits. Who has chosen nothing has no row. */
export const reminderSettings = pgTable(
  'reminder_settings',
  {
    user_id: id('users')
      .primaryKey()
      .references(() => users.id),
    mail_kinds: text().array().$type<ReminderKind[]>().notNull(),
    text_kinds: text().array().$type<ReminderKind[]>().notNull(),
    // By the reader's own clock; the same twice is never.
    quiet_from: time().notNull(),
    quiet_to: time().notNull(),
    updated_at: instant().notNull(),
  },
  (row) => [
    check(
      'reminder_settings_kinds',
      sql`${row.mail_kinds} <@ array['week', 'day', 'hours'] and ${row.text_kinds} <@ array['week', 'day', 'hours']`,
    ),
    // At most fourteen hours, so that each kind has a time of day at which it may go out.
    check(
      'reminder_settings_quiet',
      sql`(extract(epoch from ${row.quiet_to} - ${row.quiet_from})::integer + 86400) % 86400 <= 50400`,
    ),
  ],
);
