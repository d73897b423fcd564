import { sql } from 'drizzle-orm';
import { check, date, index, integer, pgTable, time } from 'drizzle-orm/pg-core';
import { id, instant } from '../columns';
import { clinics } from './clinics';
import { practitioners } from './practitioners';

/**
 * What holds on one day in place of the weekly rules, by the clock of the site. Null hours: the doctor sees nobody then.
 */
export const availabilityOverrides = pgTable(
  'availability_overrides',
  {
    id: id('availability_overrides').primaryKey(),
    practitioner_id: id('practitioners')
      .notNull()
      .references(() => practitioners.id),
    clinic_id: id('clinics')
      .notNull()
      .references(() => clinics.id),
    day: date().notNull(),
    starts: time(),
    ends: time(),
    slot_minutes: integer(),
    created_at: instant().notNull(),
  },
  (row) => [
    check(
      'availability_overrides_hours',
      sql`num_nulls(${row.starts}, ${row.ends}, ${row.slot_minutes}) in (0, 3) and (${row.starts} is null or ${row.ends} > ${row.starts})`,
    ),
    check('availability_overrides_slot', sql`${row.slot_minutes} between 5 and 240`),
    index('availability_overrides_practitioner').on(row.practitioner_id, row.day),
  ],
);
