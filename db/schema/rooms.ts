import { integer, pgTable, text } from 'drizzle-orm/pg-core';
import { id, instant } from '../columns';
import { clinics } from './clinics';

/** Where visits in person take place. */
export const rooms = pgTable('rooms', {
  id: id('rooms').primaryKey(),
  clinic_id: id('clinics')
    .notNull()
    .references(() => clinics.id),
  name: text().notNull(),
  version: integer().notNull().default(1),
  created_at: instant().notNull(),
  // No new visit takes place there.
  archived_at: instant(),
});
