import { sql } from 'drizzle-orm';
import { check, date, index, pgTable, text } from 'drizzle-orm/pg-core';
import { id, instant } from '../columns';
import { clinics } from './clinics';

export type ClosureKind = 'holiday' | 'closure';

/** Days, the first to the last, on which a site sees nobody. */
export const clinicClosures = pgTable(
  'clinic_closures',
  {
    id: id('clinic_closures').primaryKey(),
    clinic_id: id('clinics')
      .notNull()
      .references(() => clinics.id),
    kind: text().$type<ClosureKind>().notNull(),
    name: text().notNull(),
    first_day: date().notNull(),
    last_day: date().notNull(),
    created_at: instant().notNull(),
  },
  (row) => [
    check('clinic_closures_kind', sql`${row.kind} in ('holiday', 'closure')`),
    check('clinic_closures_order', sql`${row.last_day} >= ${row.first_day}`),
    index('clinic_closures_clinic').on(row.clinic_id, row.first_day),
  ],
);
