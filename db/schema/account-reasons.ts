import { pgTable } from 'drizzle-orm/pg-core';
import { id, instant, sealed } from '../columns';
import { users } from './users';

/** Why an admin did something to an account, as it was typed; the audit trail holds only its id. */
export const accountReasons = pgTable('account_reasons', {
  id: id('account_reasons').primaryKey(),
  user_id: id('users')
    .notNull()
    .references(() => users.id),
  author_id: id('users')
    .notNull()
    .references(() => users.id),
  text: sealed('account_reasons.text').notNull(),
  created_at: instant().notNull(),
});
