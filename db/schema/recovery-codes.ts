import { index, pgTable, uniqueIndex } from 'drizzle-orm/pg-core';
import { hash, id, instant } from '../columns';
import { users } from './users';

/** Codes on paper for the day on which nothing else is at hand. Ten are made at once; new ones replace all of them. */
export const recoveryCodes = pgTable(
  'recovery_codes',
  {
    id: id('recovery_codes').primaryKey(),
    user_id: id('users')
      .notNull()
      .references(() => users.id),
    // argon2id under a salt of the account, so that one slow hash finds the code.
    code_hash: hash().notNull(),
    created_at: instant().notNull(),
    used_at: instant(),
    replaced_at: instant(),
  },
  (row) => [
    uniqueIndex('recovery_codes_hash').on(row.user_id, row.code_hash),
    index('recovery_codes_user').on(row.user_id, row.created_at),
  ],
);
