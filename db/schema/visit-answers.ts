import { sql } from 'drizzle-orm';
import { check, index, pgTable, text } from 'drizzle-orm/pg-core';
import { id, instant, sealed } from '../columns';
import { appointments } from './appointments';
import { patients } from './patients';
import { serviceQuestionnaires } from './service-questionnaires';
import { users } from './users';

/** What a patient has answered before a visit. Rows are only ever added; the last one counts. */
export const visitAnswers = pgTable(
  'visit_answers',
  {
    id: id('visit_answers').primaryKey(),
    patient_id: id('patients')
      .notNull()
      .references(() => patients.id),
    appointment_id: id('appointments')
      .notNull()
      .references(() => appointments.id),
    questionnaire_id: id('service_questionnaires')
      .notNull()
      .references(() => serviceQuestionnaires.id),
    answers: sealed('visit_answers.answers').notNull(),
    // The patient, or whoever looks after their visits.
    answered_by: id('users')
      .notNull()
      .references(() => users.id),
    answered_as: text().$type<'self' | 'carer'>().notNull(),
    answered_at: instant().notNull(),
  },
  (row) => [
    check('visit_answers_answered_as', sql`${row.answered_as} in ('self', 'carer')`),
    index('visit_answers_appointment').on(row.appointment_id, row.answered_at),
  ],
);
