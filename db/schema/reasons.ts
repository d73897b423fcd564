import { pgTable } from 'drizzle-orm/pg-core';
import { id, instant, sealed } from '../columns';
import { patients } from './patients';
import { users } from './users';

/** A typed reason, sealed under the patient's key; the audit trail holds only its id, so that shredding reaches it. */
export const reasons = pgTable('reasons', {
  id: id('reasons').primaryKey(),
  patient_id: id('patients')
    .notNull()
    .references(() => patients.id),
  user_id: id('users')
    .notNull()
    .references(() => users.id),
  text: sealed('reasons.text').notNull(),
  created_at: instant().notNull(),
});
