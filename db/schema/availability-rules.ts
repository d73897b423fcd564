import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, pgTable, smallint, time } from 'drizzle-orm/pg-core';
import { id, instant } from '../columns';
import { clinics } from './clinics';
import { practitioners } from './practitioners';
import { rooms } from './rooms';

/** A weekly wall-clock rule in the clinic's zone; weekday 1 is Monday (ISO 8601). */
export const availabilityRules = pgTable(
  'availability_rules',
  {
    id: id('availability_rules').primaryKey(),
    practitioner_id: id('practitioners')
      .notNull()
      .references(() => practitioners.id),
    clinic_id: id('clinics')
      .notNull()
      .references(() => clinics.id),
    weekday: smallint().notNull(),
    starts: time().notNull(),
    ends: time().notNull(),
    // From one offered time to the next.
    slot_minutes: integer().notNull(),
    break_starts: time(),
    break_ends: time(),
    in_person: boolean().notNull().default(true),
    video: boolean().notNull().default(true),
    room_id: id('rooms').references(() => rooms.id),
    created_at: instant().notNull(),
  },
  (row) => [
    check('availability_rules_weekday', sql`${row.weekday} between 1 and 7`),
    check('availability_rules_hours', sql`${row.ends} > ${row.starts}`),
    check('availability_rules_slot', sql`${row.slot_minutes} between 5 and 240`),
    check(
      'availability_rules_break',
      sql`(${row.break_starts} is null) = (${row.break_ends} is null)
          and (${row.break_starts} is null or ${row.break_starts} >= ${row.starts} and ${row.break_ends} > ${row.break_starts} and ${row.break_ends} <= ${row.ends})`,
    ),
    check('availability_rules_mode', sql`${row.in_person} or ${row.video}`),
    index('availability_rules_practitioner').on(row.practitioner_id, row.weekday),
  ],
);
