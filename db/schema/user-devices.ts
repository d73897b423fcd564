import { pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { hash, id, instant } from '../columns';
import { users } from './users';

/** A browser or client that has signed in: user agent family and system, never an invasive fingerprint. */
export const userDevices = pgTable(
  'user_devices',
  {
    id: id('user_devices').primaryKey(),
    user_id: id('users')
      .notNull()
      .references(() => users.id),
    fingerprint_hash: hash().notNull(),
    name: text().notNull(),
    first_seen_at: instant().notNull(),
    last_seen_at: instant().notNull(),
    // A patient's wish: until then this browser's password is enough.
    trusted_until: instant(),
    removed_at: instant(),
  },
  (row) => [uniqueIndex('idx_device_user_fingerprint').on(row.user_id, row.fingerprint_hash)],
);
