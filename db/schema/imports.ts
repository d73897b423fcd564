import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { hash, id, instant } from '../columns';
import { clinics } from './clinics';
import { patients } from './patients';
import { practitioners } from './practitioners';
import { users } from './users';

type BundleType = 'transaction' | 'batch' | 'collection' | 'searchset' | 'resources';
type ImportState = 'queued' | 'running' | 'done' | 'failed' | 'cancelled';

/** One upload of FHIR resources, and what has become of it. Nothing that it says is kept here. */
export const imports = pgTable(
  'imports',
  {
    id: id('imports').primaryKey(),
    // Null for the command line.
    created_by: id('users').references(() => users.id),
    // The chart that it goes into; of a new one known when it is done.
    into_patient_id: id('patients').references(() => patients.id),
    // Where a new chart is kept, and who is to treat its patient.
    clinic_id: id('clinics').references(() => clinics.id),
    doctor_id: id('practitioners').references(() => practitioners.id),
    source_system: text().notNull(),
    // SHA-256 of the bytes: which upload it was. Names of files are often names of people.
    file_hash: hash().notNull(),
    bundle_type: text().$type<BundleType>().notNull(),
    state: text().$type<ImportState>().notNull(),
    total: integer().notNull(),
    done: integer().notNull(),
    added: integer().notNull(),
    known: integer().notNull(),
    updated: integer().notNull(),
    rejected: integer().notNull(),
    created_at: instant().notNull(),
    ended_at: instant(),
  },
  (row) => [
    check('imports_state', sql`${row.state} in ('queued', 'running', 'done', 'failed', 'cancelled')`),
    check('imports_ended', sql`(${row.state} in ('queued', 'running')) = (${row.ended_at} is null)`),
    check(
      'imports_type',
      sql`${row.bundle_type} in ('transaction', 'batch', 'collection', 'searchset', 'resources')`,
    ),
    check('imports_done', sql`${row.done} between 0 and ${row.total}`),
    index('imports_created').on(row.created_at, row.id),
    index('imports_waiting').on(row.created_at, row.id).where(sql`state in ('queued', 'running')`),
  ],
);
