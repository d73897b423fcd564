import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { hash, id, instant, sealed } from '../columns';
import { users } from './users';

export type TicketPurpose =
  | 'second_factor'
  | 'portal_session'
  | 'invitation'
  | 'password_reset'
  | 'email_change'
  | 'undo_deletion'
  | 'recovery'
  | 'recovery_objection'
  | 'visit_change'
  | 'reminders_off'
  | 'visit_offer';

/** A right to do one thing once: answer the second factor, open a portal session, accept an invitation, and the like. */
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
    // What the right is about, such as the new address of an e-mail change.
    payload: sealed('single_use_tickets.payload'),
    attempts: integer().notNull().default(0),
    created_at: instant().notNull(),
    expires_at: instant().notNull(),
    used_at: instant(),
  },
  (row) => [
    check(
      'single_use_tickets_purpose',
      sql`${row.purpose} in ('second_factor', 'portal_session', 'invitation', 'password_reset', 'email_change',
                             'undo_deletion', 'recovery', 'recovery_objection', 'visit_change', 'reminders_off', 'visit_offer')`,
    ),
    uniqueIndex('single_use_tickets_hash').on(row.token_hash),
    index('single_use_tickets_user').on(row.user_id, row.purpose),
  ],
);
