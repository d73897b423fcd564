import { sql } from 'drizzle-orm';
import { check, index, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { id, instant, sealed } from '../columns';
import { medicalRecords } from './medical-records';
import { patients } from './patients';
import { practitioners } from './practitioners';
import { users } from './users';

export type RefillStatus = 'requested' | 'approved' | 'denied' | 'withdrawn';

/** A patient asks for more of a medicine that they take, and what a doctor has said to it. */
export const refillRequests = pgTable(
  'refill_requests',
  {
    id: id('refill_requests').primaryKey(),
    patient_id: id('patients')
      .notNull()
      .references(() => patients.id),
    // The prescription that runs out.
    record_id: id('medical_records')
      .notNull()
      .references(() => medicalRecords.id),
    status: text().$type<RefillStatus>().notNull(),
    note: sealed('refill_requests.note'),
    // The patient, or whoever looks after them.
    requested_by: id('users')
      .notNull()
      .references(() => users.id),
    requested_at: instant().notNull(),
    answer: sealed('refill_requests.answer'),
    decided_by: id('practitioners').references(() => practitioners.id),
    // Of a withdrawn one the moment of that.
    decided_at: instant(),
    // The new prescription.
    renewed_record_id: id('medical_records').references(() => medicalRecords.id),
  },
  (row) => [
    check('refill_requests_status', sql`${row.status} in ('requested', 'approved', 'denied', 'withdrawn')`),
    check(
      'refill_requests_decided',
      sql`(${row.status} in ('approved', 'denied')) = (${row.decided_by} is not null)
          and (${row.status} = 'requested') = (${row.decided_at} is null)
          and (${row.status} = 'approved') = (${row.renewed_record_id} is not null)
          and (${row.status} <> 'denied' or ${row.answer} is not null)`,
    ),
    uniqueIndex('refill_requests_open').on(row.record_id).where(sql`status = 'requested'`),
    index('refill_requests_patient').on(row.patient_id, row.requested_at),
  ],
);
