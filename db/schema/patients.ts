import { pgTable, uniqueIndex } from 'drizzle-orm/pg-core';
import { hash, id, instant, sealed } from '../columns';
import { clinics } from './clinics';
import { users } from './users';

/** A person receiving care: a chart, with or without an account. Identity is sealed under the patient's own key. */
export const patients = pgTable(
  'patients',
  {
    id: id('patients').primaryKey(),
    user_id: id('users').references(() => users.id),
    // The site that looks after them; null until a visit says which.
    clinic_id: id('clinics').references(() => clinics.id),
    legal_name: sealed('patients.legal_name').notNull(),
    birth_date: sealed('patients.birth_date'),
    sex: sealed('patients.sex'),
    // The FHIR Patient as received, where the chart was imported.
    identity: sealed('patients.identity'),
    source_index: hash(),
    created_at: instant().notNull(),
    updated_at: instant().notNull(),
  },
  (row) => [
    uniqueIndex('patients_user').on(row.user_id),
    uniqueIndex('patients_source').on(row.source_index),
  ],
);
