import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { id, instant, sealed } from '../columns';
import { medicalRecords } from './medical-records';
import { patients } from './patients';
import { practitioners } from './practitioners';
import { users } from './users';

export type AmendmentStatus = 'requested' | 'accepted' | 'denied' | 'withdrawn';

/** A patient says that a record is wrong, what a doctor has decided, and that the patient disagrees (45 CFR 164.526). */
export const amendmentRequests = pgTable(
  'amendment_requests',
  {
    id: id('amendment_requests').primaryKey(),
    patient_id: id('patients')
      .notNull()
      .references(() => patients.id),
    record_id: id('medical_records')
      .notNull()
      .references(() => medicalRecords.id),
    // The version that the patient had read.
    record_version: integer().notNull(),
    status: text().$type<AmendmentStatus>().notNull(),
    wrong: sealed('amendment_requests.wrong').notNull(),
    wanted: sealed('amendment_requests.wanted').notNull(),
    requested_by: id('users')
      .notNull()
      .references(() => users.id),
    requested_at: instant().notNull(),
    answer: sealed('amendment_requests.answer'),
    decided_by: id('practitioners').references(() => practitioners.id),
    // Of a withdrawn one the moment of that.
    decided_at: instant(),
    // The version that corrects it; null where the record takes none and the answer says what was done.
    accepted_version: integer(),
    disagreement: sealed('amendment_requests.disagreement'),
    disagreed_at: instant(),
  },
  (row) => [
    check(
      'amendment_requests_status',
      sql`${row.status} in ('requested', 'accepted', 'denied', 'withdrawn')`,
    ),
    check(
      'amendment_requests_decided',
      sql`(${row.status} in ('accepted', 'denied')) = (${row.decided_by} is not null)
          and (${row.status} = 'requested') = (${row.decided_at} is null)
          and (${row.status} = 'accepted' or ${row.accepted_version} is null)
          and (${row.status} <> 'denied' or ${row.answer} is not null)
          and (${row.status} <> 'accepted' or ${row.answer} is not null or ${row.accepted_version} is not null)`,
    ),
    check(
      'amendment_requests_disagreement',
      sql`(${row.disagreement} is null) = (${row.disagreed_at} is null)
          and (${row.disagreement} is null or ${row.status} = 'denied')`,
    ),
    uniqueIndex('amendment_requests_open').on(row.record_id).where(sql`status = 'requested'`),
    index('amendment_requests_patient').on(row.patient_id, row.requested_at),
  ],
);
