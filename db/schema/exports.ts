import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { id, instant } from '../columns';
import { users } from './users';

export type ExportState = 'queued' | 'running' | 'done' | 'failed' | 'cancelled';

/** A wish for whole charts as files. Who asked decides what is in them, and nobody else takes them. */
export const exports = pgTable(
  'exports',
  {
    id: id('exports').primaryKey(),
    user_id: id('users')
      .notNull()
      .references(() => users.id),
    state: text().$type<ExportState>().notNull(),
    // Null: of any type.
    types: text().array(),
    since: instant(),
    // The scopes of whoever asked covered visits too.
    with_visits: boolean().notNull(),
    // Charts in all, and those that are written.
    total: integer().notNull(),
    done: integer().notNull(),
    created_at: instant().notNull(),
    ended_at: instant(),
    expires_at: instant().notNull(),
  },
  (row) => [
    check('exports_state', sql`${row.state} in ('queued', 'running', 'done', 'failed', 'cancelled')`),
    check('exports_done', sql`${row.done} between 0 and ${row.total}`),
    index('exports_user').on(row.user_id, row.created_at),
    index('exports_waiting').on(row.created_at, row.id).where(sql`state in ('queued', 'running')`),
    index('exports_expiry').on(row.expires_at),
  ],
);
