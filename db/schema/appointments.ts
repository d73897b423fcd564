import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { id, instant, sealed } from '../columns';
import { clinics } from './clinics';
import { patients } from './patients';
import { practitioners } from './practitioners';
import { rooms } from './rooms';
import { services } from './services';
import { users } from './users';

export type AppointmentStatus =
  | 'held'
  | 'scheduled'
  | 'arrived'
  | 'in_progress'
  | 'completed'
  | 'cancelled'
  | 'no_show';

export type VisitMode = 'in_person' | 'video';

export type VisitSide = 'patient' | 'staff';

/**
 * A visit, or a time that is held while somebody decides. Three exclusion constraints (in the migration: Drizzle cannot
 * express them) let neither a doctor nor a patient be in two places at once, nor two visits in one room: whatever holds
 * time, so not what was cancelled or missed. A doctor may overbook on purpose, which frees a visit from the doctor's one.
 */
export const appointments = pgTable(
  'appointments',
  {
    id: id('appointments').primaryKey(),
    patient_id: id('patients')
      .notNull()
      .references(() => patients.id),
    doctor_id: id('practitioners')
      .notNull()
      .references(() => practitioners.id),
    clinic_id: id('clinics')
      .notNull()
      .references(() => clinics.id),
    scheduled_at: instant().notNull(),
    ends_at: instant().notNull(),
    // The IANA zone in which the time was agreed.
    zone: text().notNull(),
    status: text().$type<AppointmentStatus>().notNull(),
    // Until when, of a time that is held: it is nobody's afterwards.
    held_until: instant(),
    // For a change that is taken back: what it was before, and since when it is what it is.
    previous_status: text().$type<AppointmentStatus>(),
    status_since: instant().notNull().default(sql`app.now()`),
    // Since when it has its time, and when its patient said that they will come then: a trigger keeps both.
    timed_at: instant().notNull().default(sql`app.now()`),
    confirmed_at: instant(),
    mode: text().$type<VisitMode>().notNull().default('in_person'),
    service_id: id('services').references(() => services.id),
    room_id: id('rooms').references(() => rooms.id),
    overbooked: boolean().notNull().default(false),
    version: integer().notNull(),
    notes: sealed('appointments.notes'),
    // Whose note it is; null without one.
    noted_as: text().$type<VisitSide>(),
    created_by: id('users').references(() => users.id),
    // On whose side: a visit that staff have booked keeps no chart open beyond itself.
    booked_as: text().$type<VisitSide>().notNull(),
    cancelled_at: instant(),
    cancelled_by: id('users').references(() => users.id),
    created_at: instant().notNull(),
    updated_at: instant().notNull(),
  },
  (row) => [
    check(
      'appointments_status',
      sql`${row.status} in ('held', 'scheduled', 'arrived', 'in_progress', 'completed', 'cancelled', 'no_show')`,
    ),
    check('appointments_held', sql`(${row.status} = 'held') = (${row.held_until} is not null)`),
    check('appointments_mode', sql`${row.mode} in ('in_person', 'video')`),
    check('appointments_booked_as', sql`${row.booked_as} in ('patient', 'staff')`),
    check('appointments_noted_as', sql`${row.noted_as} in ('patient', 'staff')`),
    check('appointments_order', sql`${row.ends_at} > ${row.scheduled_at}`),
    index('appointments_holds').on(row.held_until).where(sql`held_until is not null`),
    index('appointments_coming').on(row.scheduled_at).where(sql`status = 'scheduled'`),
    index('appointments_patient').on(row.patient_id, row.scheduled_at, row.id),
    index('appointments_doctor').on(row.doctor_id, row.scheduled_at, row.id),
    index('appointments_clinic').on(row.clinic_id, row.scheduled_at),
  ],
);
