import { integer, pgTable, primaryKey } from 'drizzle-orm/pg-core';
import { id, sealed } from '../columns';
import { blobs } from './blobs';
import { patients } from './patients';

/** The sealed bytes of a file, in parts that are numbered from 0. */
export const blobChunks = pgTable(
  'blob_chunks',
  {
    patient_id: id('patients')
      .notNull()
      .references(() => patients.id),
    blob_id: id('blobs')
      .notNull()
      .references(() => blobs.id),
    part: integer().notNull(),
    content: sealed('blob_chunks.content').notNull(),
  },
  (row) => [primaryKey({ columns: [row.patient_id, row.blob_id, row.part] })],
);
