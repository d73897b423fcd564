import { boolean, index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { id, sealed } from '../columns';
import { exports } from './exports';
import { patients } from './patients';

/** A run of lines of one type from one chart, under the key of its patient: shredding reaches what was exported. */
export const exportFiles = pgTable(
  'export_files',
  {
    id: id('export_files').primaryKey(),
    export_id: id('exports')
      .notNull()
      .references(() => exports.id),
    patient_id: id('patients')
      .notNull()
      .references(() => patients.id),
    resource_type: text().notNull(),
    entries: integer().notNull(),
    bytes: integer().notNull(),
    // Whoever asked saw what is restricted in it.
    with_restricted: boolean().notNull(),
    content: sealed('export_files.content').notNull(),
  },
  (row) => [
    index('export_files_type').on(row.export_id, row.resource_type, row.id),
    index('export_files_patient').on(row.patient_id),
  ],
);
