import { index, pgTable, uniqueIndex } from 'drizzle-orm/pg-core';
import { hash, id, instant, sealed } from '../columns';
import { users } from './users';

/** What somebody has typed into a form and not yet sent, kept for them alone and for 24 hours. */
export const drafts = pgTable(
  'drafts',
  {
    id: id('drafts').primaryKey(),
    user_id: id('users')
      .notNull()
      .references(() => users.id),
    // Keyed: of the form and the page it stands on.
    form_hash: hash().notNull(),
    content: sealed('drafts.content').notNull(),
    updated_at: instant().notNull(),
    expires_at: instant().notNull(),
  },
  (row) => [
    uniqueIndex('drafts_form').on(row.user_id, row.form_hash),
    index('drafts_expires').on(row.expires_at),
  ],
);
