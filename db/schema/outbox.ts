import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { id, instant, sealed } from '../columns';

/** A message that a committed operation owes somebody: one row, one message, one stable Message-ID. */
export const outbox = pgTable(
  'outbox',
  {
    id: id('outbox').primaryKey(),
    kind: text().$type<'mail' | 'sms'>().notNull(),
    // Recipient and words, sealed: a dump shows neither.
    payload: sealed('outbox.payload').notNull(),
    message_id: text().notNull(),
    attempts: integer().notNull().default(0),
    created_at: instant().notNull(),
    enqueued_at: instant(),
    sent_at: instant(),
    // Never to go out: its server has refused it for good, or what it tells stands no longer.
    dropped_at: instant(),
  },
  (row) => [
    check('outbox_kind', sql`${row.kind} in ('mail', 'sms')`),
    index('outbox_unsent').on(row.created_at).where(sql`sent_at is null and dropped_at is null`),
  ],
);
