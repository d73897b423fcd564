import { boolean, index, integer, pgTable } from 'drizzle-orm/pg-core';
import { id, instant, sealed } from '../columns';
import { medicalRecords } from './medical-records';
import { patients } from './patients';
import { practitioners } from './practitioners';

/** A doctor has looked at a result, in the version that they read. Append-only. */
export const resultReviews = pgTable(
  'result_reviews',
  {
    id: id('result_reviews').primaryKey(),
    patient_id: id('patients')
      .notNull()
      .references(() => patients.id),
    record_id: id('medical_records')
      .notNull()
      .references(() => medicalRecords.id),
    version: integer().notNull(),
    practitioner_id: id('practitioners')
      .notNull()
      .references(() => practitioners.id),
    // For the patient to read.
    comment: sealed('result_reviews.comment'),
    critical_acknowledged: boolean().notNull(),
    reviewed_at: instant().notNull(),
  },
  (row) => [index('result_reviews_record').on(row.patient_id, row.record_id, row.reviewed_at)],
);
