import { index, pgTable, uniqueIndex } from 'drizzle-orm/pg-core';
import { hash, id, instant } from '../columns';
import { sessions } from './sessions';
import { users } from './users';

/** One generation of a session's refresh token. Used once; using an old one again ends the session. */
export const refreshTokens = pgTable(
  'refresh_tokens',
  {
    id: id('refresh_tokens').primaryKey(),
    session_id: id('sessions')
      .notNull()
      .references(() => sessions.id),
    user_id: id('users')
      .notNull()
      .references(() => users.id),
    token_hash: hash().notNull(),
    created_at: instant().notNull(),
    expires_at: instant().notNull(),
    used_at: instant(),
  },
  (row) => [
    uniqueIndex('refresh_tokens_hash').on(row.token_hash),
    index('refresh_tokens_session').on(row.session_id),
  ],
);
