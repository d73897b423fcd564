import { integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { id, instant } from '../columns';
import { services } from './services';
import { users } from './users';

/** What a clinic asks before a visit of a type. Rows are only ever added: what was asked stays as it was asked. */
export const serviceQuestionnaires = pgTable(
  'service_questionnaires',
  {
    id: id('service_questionnaires').primaryKey(),
    service_id: id('services')
      .notNull()
      .references(() => services.id),
    version: integer().notNull(),
    // JSON; an empty list asks nothing any more.
    questions: text().notNull(),
    created_by: id('users')
      .notNull()
      .references(() => users.id),
    created_at: instant().notNull(),
  },
  (row) => [uniqueIndex('service_questionnaires_version').on(row.service_id, row.version)],
);
