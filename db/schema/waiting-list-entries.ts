import { sql } from 'drizzle-orm';
import { check, date, index, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { id, instant } from '../columns';
import { appointments, type VisitMode } from './appointments';
import { clinics } from './clinics';
import { patients } from './patients';
import { practitioners } from './practitioners';
import { services } from './services';
import { users } from './users';

/** That a time is open to somebody who waits stands in their offers: an entry waits until it has ended. */
export type WaitStatus = 'waiting' | 'accepted' | 'withdrawn' | 'expired';

export type DayPart = 'morning' | 'afternoon' | 'evening';

/** Somebody who waits for a time to become free: with one doctor, or with any of a speciality or for a service. */
export const waitingListEntries = pgTable(
  'waiting_list_entries',
  {
    id: id('waiting_list_entries').primaryKey(),
    patient_id: id('patients')
      .notNull()
      .references(() => patients.id),
    // Null for any site.
    clinic_id: id('clinics').references(() => clinics.id),
    doctor_id: id('practitioners').references(() => practitioners.id),
    speciality: text(),
    service_id: id('services').references(() => services.id),
    // Null for either.
    mode: text().$type<VisitMode>(),
    // Both included, by the clock of the site.
    from_day: date().notNull(),
    until_day: date().notNull(),
    // Empty for any.
    day_parts: text().array().$type<DayPart[]>().notNull(),
    // The visit that an earlier time would replace.
    instead_of: id('appointments').references(() => appointments.id),
    status: text().$type<WaitStatus>().notNull(),
    created_by: id('users')
      .notNull()
      .references(() => users.id),
    created_at: instant().notNull(),
    ended_at: instant(),
  },
  (row) => [
    check(
      'waiting_list_entries_status',
      sql`${row.status} in ('waiting', 'accepted', 'withdrawn', 'expired')`,
    ),
    check('waiting_list_entries_ended', sql`(${row.status} = 'waiting') = (${row.ended_at} is null)`),
    check('waiting_list_entries_mode', sql`${row.mode} in ('in_person', 'video')`),
    check('waiting_list_entries_days', sql`${row.until_day} >= ${row.from_day}`),
    check('waiting_list_entries_parts', sql`${row.day_parts} <@ array['morning', 'afternoon', 'evening']`),
    check(
      'waiting_list_entries_wish',
      sql`num_nonnulls(${row.doctor_id}, ${row.speciality}, ${row.service_id}) > 0`,
    ),
    // One for each patient and wish.
    uniqueIndex('waiting_list_entries_one')
      .on(
        row.patient_id,
        sql`coalesce(doctor_id::text, '')`,
        sql`coalesce(speciality, '')`,
        sql`coalesce(service_id::text, '')`,
        sql`coalesce(instead_of::text, '')`,
      )
      .where(sql`status = 'waiting'`),
    index('waiting_list_entries_waiting').on(row.created_at, row.id).where(sql`status = 'waiting'`),
    index('waiting_list_entries_patient').on(row.patient_id, row.created_at),
  ],
);
