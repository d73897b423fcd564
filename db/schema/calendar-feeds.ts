import { sql } from 'drizzle-orm';
import { pgTable, uniqueIndex } from 'drizzle-orm/pg-core';
import { hash, id, instant } from '../columns';
import { users } from './users';

/** The secret address from which somebody's calendar reads their visits: one at a time, until it is revoked. */
export const calendarFeeds = pgTable(
  'calendar_feeds',
  {
    id: id('calendar_feeds').primaryKey(),
    user_id: id('users')
      .notNull()
      .references(() => users.id),
    token_hash: hash().notNull(),
    created_at: instant().notNull(),
    revoked_at: instant(),
  },
  (row) => [
    uniqueIndex('calendar_feeds_hash').on(row.token_hash),
    uniqueIndex('calendar_feeds_live').on(row.user_id).where(sql`revoked_at is null`),
  ],
);
