import { sql } from 'drizzle-orm';
import { check, index, pgTable, smallint, time } from 'drizzle-orm/pg-core';
import { id } from '../columns';
import { clinics } from './clinics';

/** When a site is open, by its clock; weekday 1 is Monday (ISO 8601). A site without any is open whenever a doctor is. */
export const clinicHours = pgTable(
  'clinic_hours',
  {
    id: id('clinic_hours').primaryKey(),
    clinic_id: id('clinics')
      .notNull()
      .references(() => clinics.id),
    weekday: smallint().notNull(),
    opens: time().notNull(),
    closes: time().notNull(),
  },
  (row) => [
    check('clinic_hours_weekday', sql`${row.weekday} between 1 and 7`),
    check('clinic_hours_order', sql`${row.closes} > ${row.opens}`),
    index('clinic_hours_clinic').on(row.clinic_id, row.weekday),
  ],
);
