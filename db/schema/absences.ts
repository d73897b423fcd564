import { sql } from 'drizzle-orm';
import { check, index, pgTable, text } from 'drizzle-orm/pg-core';
import { id, instant } from '../columns';
import { practitioners } from './practitioners';
import { users } from './users';

export type AbsenceKind = 'leave' | 'block';

/** When a doctor offers no time: days of leave, or a blocked hour. Visits that stand in it are told of, not moved. */
export const absences = pgTable(
  'absences',
  {
    id: id('absences').primaryKey(),
    practitioner_id: id('practitioners')
      .notNull()
      .references(() => practitioners.id),
    kind: text().$type<AbsenceKind>().notNull(),
    starts_at: instant().notNull(),
    ends_at: instant().notNull(),
    created_by: id('users').references(() => users.id),
    created_at: instant().notNull(),
  },
  (row) => [
    check('absences_kind', sql`${row.kind} in ('leave', 'block')`),
    check('absences_order', sql`${row.ends_at} > ${row.starts_at}`),
    index('absences_practitioner').on(row.practitioner_id, row.starts_at),
  ],
);
