import { index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { hash, instant } from '../columns';

/** Attempts within a window. The key is a hash, so that no address or e-mail stands here. */
export const throttleCounters = pgTable(
  'throttle_counters',
  {
    key_hash: hash().primaryKey(),
    limit_name: text().notNull(),
    count: integer().notNull(),
    window_ends_at: instant().notNull(),
  },
  (row) => [index('throttle_counters_window').on(row.window_ends_at)],
);
