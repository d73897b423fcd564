import { sql } from 'drizzle-orm';
import { check, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { hash, id, instant } from '../columns';
import { users } from './users';

export type TicketPurpose = 'second_factor' | 'portal_session' | 'invitation';

/** A right to do one thing once: answer the second factor, open a portal session, accept an invitation. */
export const singleUseTickets = pgTable(
  'single_use_tickets',
  {
    id: id('single_use_tickets').primaryKey(),
    user_id: id('users')
      .notNull()
      .references(() => users.id),
    purpose: text().$type<TicketPurpose>().notNull(),
    token_hash: hash().notNull(),
    // What the proof before this ticket was worth.
    assurance: text().$type<'aal1' | 'aal2'>().notNull(),
    attempts: integer().notNull().default(0),
    created_at: instant().notNull(),
    expires_at: instant().notNull(),
    used_at: instant(),
  },
  (row) => [
    check(
      'single_use_tickets_purpose',
      sql`${row.purpose} in ('second_factor', 'portal_session', 'invitation')`,
    ),
    uniqueIndex('single_use_tickets_hash').on(row.token_hash),
  ],
);
