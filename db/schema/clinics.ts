import { pgTable, text } from 'drizzle-orm/pg-core';
import { id, instant } from '../columns';

/** A site of the organisation. Its zone gives wall-clock rules their meaning. */
export const clinics = pgTable('clinics', {
  id: id('clinics').primaryKey(),
  name: text().notNull(),
  zone: text().notNull(),
  created_at: instant().notNull(),
});
