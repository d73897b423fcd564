import { pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { hash, id, instant, sealed } from '../columns';

/** A wish to sign up. The row whose mailed token is used becomes the account; the others set nothing. */
export const pendingSignups = pgTable(
  'pending_signups',
  {
    id: id('pending_signups').primaryKey(),
    email: sealed('pending_signups.email').notNull(),
    email_index: hash().notNull(),
    profile: sealed('pending_signups.profile').notNull(),
    password_hash: text().notNull(),
    token_hash: hash().notNull(),
    created_at: instant().notNull(),
    expires_at: instant().notNull(),
    used_at: instant(),
  },
  (row) => [uniqueIndex('pending_signups_token').on(row.token_hash)],
);
