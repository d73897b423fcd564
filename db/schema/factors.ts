import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { id, instant, sealed } from '../columns';
import { sessions } from './sessions';
import { users } from './users';

/** A second factor. It counts only once its first code was confirmed. */
export const factors = pgTable(
  'factors',
  {
    id: id('factors').primaryKey(),
    user_id: id('users')
      .notNull()
      .references(() => users.id),
    kind: text().$type<'totp'>().notNull(),
    secret: sealed('factors.secret').notNull(),
    // Where it is being set up: its secret is shown, and its first code taken, in this session only.
    session_id: id('sessions').references(() => sessions.id),
    // The last time step used (RFC 6238 section 5.2: a code is accepted once).
    last_step: integer(),
    confirmed_at: instant(),
    created_at: instant().notNull(),
  },
  (row) => [check('factors_kind', sql`${row.kind} in ('totp')`), index('factors_user').on(row.user_id)],
);
