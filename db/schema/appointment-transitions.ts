import { index, pgTable, text } from 'drizzle-orm/pg-core';
import { id, instant, sealed } from '../columns';
import { type AppointmentStatus, appointments, type VisitSide } from './appointments';
import { patients } from './patients';
import { users } from './users';

/** Who has changed a visit's status, when and why. Rows are only ever added. */
export const appointmentTransitions = pgTable(
  'appointment_transitions',
  {
    id: id('appointment_transitions').primaryKey(),
    patient_id: id('patients')
      .notNull()
      .references(() => patients.id),
    appointment_id: id('appointments')
      .notNull()
      .references(() => appointments.id),
    from_status: text().$type<AppointmentStatus>().notNull(),
    to_status: text().$type<AppointmentStatus>().notNull(),
    // Null for a job.
    changed_by: id('users').references(() => users.id),
    changed_as: text().$type<VisitSide>().notNull(),
    reason: sealed('appointment_transitions.reason'),
    changed_at: instant().notNull(),
  },
  (row) => [
    index('appointment_transitions_appointment').on(row.patient_id, row.appointment_id, row.changed_at),
  ],
);
