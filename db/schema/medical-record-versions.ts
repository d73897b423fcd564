import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import type { RecordStage } from '#lib/policy/subject';
import { id, instant, sealed } from '../columns';
import { medicalRecords } from './medical-records';
import { patients } from './patients';
import { reasons } from './reasons';
import { users } from './users';

/** Every version of every record, the current one too. Rows are only ever added. */
export const medicalRecordVersions = pgTable(
  'medical_record_versions',
  {
    id: id('medical_record_versions').primaryKey(),
    patient_id: id('patients')
      .notNull()
      .references(() => patients.id),
    record_id: id('medical_records')
      .notNull()
      .references(() => medicalRecords.id),
    version: integer().notNull(),
    status: text().notNull(),
    stage: text().$type<RecordStage>().notNull(),
    content: sealed('medical_record_versions.content').notNull(),
    // Null for an import.
    author_user_id: id('users').references(() => users.id),
    reason_id: id('reasons').references(() => reasons.id),
    recorded_at: instant().notNull(),
  },
  (row) => [
    check(
      'medical_record_versions_stage',
      sql`${row.stage} in ('draft', 'final', 'amended', 'entered_in_error')`,
    ),
    uniqueIndex('medical_record_versions_record').on(row.patient_id, row.record_id, row.version),
    // A reason is seen by whoever sees the version that it was given for.
    index('medical_record_versions_reason').on(row.reason_id).where(sql`reason_id is not null`),
  ],
);
