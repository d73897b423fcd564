import { sql } from 'drizzle-orm';
import { check, index, pgTable, text } from 'drizzle-orm/pg-core';
import { hash, id, instant, sealed } from '../columns';
import { medicalRecords } from './medical-records';
import { patients } from './patients';
import { users } from './users';

/** `not_scanned` where nobody looks; `infected` is opened by nobody. */
export type ScanState = 'not_scanned' | 'scanning' | 'clean' | 'infected' | 'scan_failed';

/** A file of a record. Its bytes are sealed, and stand in `blob_chunks` until they move to an object store. */
export const blobs = pgTable(
  'blobs',
  {
    id: id('blobs').primaryKey(),
    patient_id: id('patients')
      .notNull()
      .references(() => patients.id),
    record_id: id('medical_records')
      .notNull()
      .references(() => medicalRecords.id),
    uploaded_by: id('users')
      .notNull()
      .references(() => users.id),
    // Name, kind, length and hash of the file itself.
    facts: sealed('blobs.facts').notNull(),
    // Of the sealed bytes: whoever holds no key can see that they are whole.
    stored_hash: hash().notNull(),
    storage: text().$type<'database' | 'objects'>().notNull(),
    scan: text().$type<ScanState>().notNull(),
    // When a job may next look at it.
    scan_after: instant().notNull(),
    checked_at: instant().notNull(),
    damaged_at: instant(),
    created_at: instant().notNull(),
  },
  (row) => [
    check('blobs_storage', sql`${row.storage} in ('database', 'objects')`),
    check('blobs_scan', sql`${row.scan} in ('not_scanned', 'scanning', 'clean', 'infected', 'scan_failed')`),
    index('blobs_record').on(row.patient_id, row.record_id, row.id),
    index('blobs_to_scan').on(row.scan_after).where(sql`scan in ('scanning', 'scan_failed')`),
    index('blobs_to_move').on(row.id).where(sql`storage = 'database'`),
    index('blobs_to_check').on(row.checked_at),
  ],
);
