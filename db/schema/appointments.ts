import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { id, instant, sealed } from '../columns';
import { clinics } from './clinics';
import { patients } from './patients';
import { practitioners } from './practitioners';
import { users } from './users';

export type AppointmentStatus = 'scheduled' | 'completed' | 'cancelled';

export type VisitSide = 'patient' | 'staff';

/**
 * A visit. Two exclusion constraints (in the migration: Drizzle cannot express them) let neither a doctor nor a
 * patient be in two places at once.
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
    check('appointments_status', sql`${row.status} in ('scheduled', 'completed', 'cancelled')`),
    check('appointments_booked_as', sql`${row.booked_as} in ('patient', 'staff')`),
    check('appointments_noted_as', sql`${row.noted_as} in ('patient', 'staff')`),
    check('appointments_order', sql`${row.ends_at} > ${row.scheduled_at}`),
    index('appointments_patient').on(row.patient_id, row.scheduled_at, row.id),
    index('appointments_doctor').on(row.doctor_id, row.scheduled_at, row.id),
  ],
);
