import { integer, pgTable, uniqueIndex } from 'drizzle-orm/pg-core';
import { id, instant, sealed } from '../columns';
import { patients } from './patients';

/** One key a patient, wrapped by ring `phi`. Deleting the row makes the chart unreadable for ever. */
export const patientKeys = pgTable(
  'patient_keys',
  {
    id: id('patient_keys').primaryKey(),
    patient_id: id('patients')
      .notNull()
      .references(() => patients.id),
    version: integer().notNull(),
    wrapped_key: sealed('patient_keys.wrapped_key').notNull(),
    created_at: instant().notNull(),
  },
  (row) => [uniqueIndex('patient_keys_patient').on(row.patient_id)],
);
