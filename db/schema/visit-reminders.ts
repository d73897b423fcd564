import { sql } from 'drizzle-orm';
import { check, index, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { id, instant } from '../columns';
import { appointments } from './appointments';
import { patients } from './patients';
import type { ReminderKind } from './reminder-settings';
import { users } from './users';

/** That somebody was reminded of a visit at the time that it then had: of each time once by each kind and channel. */
export const visitReminders = pgTable(
  'visit_reminders',
  {
    id: id('visit_reminders').primaryKey(),
    patient_id: id('patients')
      .notNull()
      .references(() => patients.id),
    appointment_id: id('appointments')
      .notNull()
      .references(() => appointments.id),
    // Whom: the patient, or a carer.
    user_id: id('users')
      .notNull()
      .references(() => users.id),
    kind: text().$type<ReminderKind>().notNull(),
    channel: text().$type<'mail' | 'sms'>().notNull(),
    // When the visit was to begin.
    starts_at: instant().notNull(),
    // From then on its words are wrong: "tomorrow", once the day has come.
    true_until: instant(),
    // In the outbox, which forgets what was sent long ago.
    message_id: id('outbox').notNull(),
    created_at: instant().notNull(),
  },
  (row) => [
    check('visit_reminders_kind', sql`${row.kind} in ('week', 'day', 'hours')`),
    check('visit_reminders_channel', sql`${row.channel} in ('mail', 'sms')`),
    uniqueIndex('visit_reminders_once').on(
      row.appointment_id,
      row.starts_at,
      row.user_id,
      row.kind,
      row.channel,
    ),
    index('visit_reminders_message').on(row.message_id),
    index('visit_reminders_patient').on(row.patient_id, row.appointment_id),
  ],
);
