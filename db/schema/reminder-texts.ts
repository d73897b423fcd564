import { sql } from 'drizzle-orm';
import { check, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { instant } from '../columns';
import type { ReminderKind } from './reminder-settings';

/** What the organisation says in its reminders, in the place of the product's own words. */
export const reminderTexts = pgTable(
  'reminder_texts',
  {
    // BCP 47.
    language: text().notNull(),
    kind: text().$type<ReminderKind>().notNull(),
    subject: text().notNull(),
    mail: text().notNull(),
    text: text().notNull(),
    updated_at: instant().notNull(),
  },
  (row) => [
    primaryKey({ columns: [row.language, row.kind] }),
    check('reminder_texts_kind', sql`${row.kind} in ('week', 'day', 'hours')`),
    // A line break in a header would begin another one (CWE-93).
    check('reminder_texts_one_line', sql`${row.subject} !~ '[[:cntrl:]]' and ${row.text} !~ '[[:cntrl:]]'`),
  ],
);
