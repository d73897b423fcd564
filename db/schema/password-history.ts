import { index, pgTable, text } from 'drizzle-orm/pg-core';
import { id, instant } from '../columns';
import { users } from './users';

/** Earlier passwords, so that they are not used again. */
export const passwordHistory = pgTable(
  'password_history',
  {
    id: id('password_history').primaryKey(),
    user_id: id('users')
      .notNull()
      .references(() => users.id),
    hashed_password: text().notNull(),
    // Always null: an argon2id PHC string carries its own salt (RFC 9106).
    salt: text(),
    created_at: instant().notNull(),
  },
  (row) => [index('password_history_user').on(row.user_id, row.created_at)],
);
