import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable } from 'drizzle-orm/pg-core';
import { hash, id, instant } from '../columns';
import { factors } from './factors';
import { sessions } from './sessions';
import { singleUseTickets } from './single-use-tickets';
import { users } from './users';

/** A code that was sent to a phone, for one attempt to sign in or for one session, and for nothing else. */
export const smsCodes = pgTable(
  'sms_codes',
  {
    id: id('sms_codes').primaryKey(),
    user_id: id('users')
      .notNull()
      .references(() => users.id),
    factor_id: id('factors')
      .notNull()
      .references(() => factors.id),
    // NIST SP 800-63B, 3.1.3: bound to the attempt that asked for it, a sign-in or a session's step-up or enrolment.
    ticket_id: id('single_use_tickets').references(() => singleUseTickets.id),
    session_id: id('sessions').references(() => sessions.id),
    code_hash: hash().notNull(),
    attempts: integer().notNull().default(0),
    created_at: instant().notNull(),
    expires_at: instant().notNull(),
    used_at: instant(),
  },
  (row) => [
    check('sms_codes_bound', sql`num_nonnulls(${row.ticket_id}, ${row.session_id}) = 1`),
    index('sms_codes_user').on(row.user_id, row.created_at),
    index('sms_codes_expires').on(row.expires_at),
  ],
);
