import { pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { id, instant, sealed } from '../columns';
import { clinics } from './clinics';
import { users } from './users';

/** Somebody who gives care. `doctor_id` on the wire is this id. */
export const practitioners = pgTable(
  'practitioners',
  {
    id: id('practitioners').primaryKey(),
    user_id: id('users').references(() => users.id),
    clinic_id: id('clinics')
      .notNull()
      .references(() => clinics.id),
    display_name: sealed('practitioners.display_name').notNull(),
    speciality: text().notNull(),
    created_at: instant().notNull(),
    // Their account is no doctor's, or not open: nobody books them, and their sessions act for no practitioner.
    closed_at: instant(),
  },
  (row) => [uniqueIndex('practitioners_user').on(row.user_id)],
);
