import { sql } from 'drizzle-orm';
import { check, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { ReleaseChoice } from '#lib/policy/subject';
import { id, instant } from '../columns';
import { patients } from './patients';

/** When a patient wants to see results of a category. Without a row: at once. */
export const releasePreferences = pgTable(
  'release_preferences',
  {
    patient_id: id('patients')
      .notNull()
      .references(() => patients.id),
    category: text().notNull(),
    choice: text().$type<ReleaseChoice>().notNull(),
    updated_at: instant().notNull(),
  },
  (row) => [
    primaryKey({ columns: [row.patient_id, row.category] }),
    check(
      'release_preferences_category',
      sql`${row.category} in ('blood_and_chemistry', 'infection', 'genetics', 'pathology', 'imaging', 'other')`,
    ),
    check('release_preferences_choice', sql`${row.choice} in ('at_once', 'with_comment', 'ask_first')`),
  ],
);
