import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import type { RecordStage, Release, Review, Sensitivity } from '#lib/policy/subject';
import { hash, id, instant, sealed } from '../columns';
import { patients } from './patients';
import { practitioners } from './practitioners';

export type RecordType =
  | 'diagnosis'
  | 'prescription'
  | 'lab_result'
  | 'lab_report'
  | 'allergy'
  | 'immunization'
  | 'vital_sign'
  | 'procedure'
  | 'encounter'
  | 'note'
  | 'document'
  | 'other';

/** One clinical fact: the sealed FHIR R4 text, with the columns that lists and rules need. */
export const medicalRecords = pgTable(
  'medical_records',
  {
    id: id('medical_records').primaryKey(),
    patient_id: id('patients')
      .notNull()
      .references(() => patients.id),
    // The author; null where the source names none of ours.
    doctor_id: id('practitioners').references(() => practitioners.id),
    resource_type: text().notNull(),
    record_type: text().$type<RecordType>().notNull(),
    status: text().notNull(),
    stage: text().$type<RecordStage>().notNull(),
    sensitivity: text().$type<Sensitivity>().notNull(),
    release: text().$type<Release>().notNull(),
    // Of results: what the patient's wish about their release is looked up by.
    result_category: text(),
    review: text().$type<Review>().notNull(),
    version: integer().notNull(),
    // The date as written (`2019-03` keeps its precision) and the instant it sorts by.
    occurred_text: text(),
    effective_at: instant().notNull(),
    source_system: text().notNull(),
    source_index: hash(),
    // Keyed, of what the source last said: whoever imports it again learns whether it has changed there.
    source_hash: hash(),
    encrypted_content: sealed('medical_records.encrypted_content').notNull(),
    // What a list shows of it; null where it was written before there were any.
    summary: sealed('medical_records.summary'),
    created_at: instant().notNull(),
    updated_at: instant().notNull(),
  },
  (row) => [
    check(
      'medical_records_type',
      sql`${row.record_type} in ('diagnosis', 'prescription', 'lab_result', 'lab_report', 'allergy', 'immunization', 'vital_sign', 'procedure', 'encounter', 'note', 'document', 'other')`,
    ),
    check('medical_records_stage', sql`${row.stage} in ('draft', 'final', 'amended', 'entered_in_error')`),
    check('medical_records_sensitivity', sql`${row.sensitivity} in ('normal', 'restricted')`),
    check('medical_records_release', sql`${row.release} in ('released', 'awaiting_comment', 'ask_first')`),
    check('medical_records_review', sql`${row.review} in ('none', 'pending', 'critical', 'done')`),
    check('medical_records_version', sql`${row.version} >= 1`),
    index('medical_records_timeline').on(row.patient_id, row.effective_at.desc(), row.id),
    // Whoever takes a whole chart goes through it in an order that nothing changes.
    index('medical_records_whole').on(row.patient_id, row.id),
    index('medical_records_created').on(row.patient_id, row.created_at),
    index('medical_records_review')
      .on(row.patient_id, row.review)
      .where(sql`review in ('pending', 'critical')`),
    index('medical_records_withheld').on(row.patient_id).where(sql`release <> 'released'`),
    // What not everybody sees who sees the chart.
    index('medical_records_labelled')
      .on(row.patient_id)
      .where(sql`stage = 'draft' or sensitivity <> 'normal' or release <> 'released'`),
    uniqueIndex('medical_records_source').on(row.patient_id, row.source_index),
    // An import looks for the chart that holds what it brings.
    index('medical_records_source_chart').on(row.source_index),
  ],
);
