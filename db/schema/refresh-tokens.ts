import { sql } from 'drizzle-orm';
import { type AnyPgColumn, index, pgTable, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { hash, id, instant, sealed } from '../columns';
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
    // The token that this one was exchanged for; of each there is one (a second would be a family that nobody watches).
    predecessor_id: uuid().references((): AnyPgColumn => refreshTokens.id),
    // The successor's token, sealed under this token itself, for the few seconds in which a lost answer is given again.
    successor: sealed('refresh_tokens.successor'),
  },
  (row) => [
    uniqueIndex('refresh_tokens_predecessor').on(row.predecessor_id),
    uniqueIndex('refresh_tokens_hash').on(row.token_hash),
    index('refresh_tokens_session').on(row.session_id),
    index('refresh_tokens_successor').on(row.used_at).where(sql`${row.successor} is not null`),
  ],
);
