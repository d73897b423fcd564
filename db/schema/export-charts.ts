import { boolean, index, pgTable, uniqueIndex } from 'drizzle-orm/pg-core';
import { id } from '../columns';
import { exports } from './exports';
import { patients } from './patients';

/** The charts of an export: the unit of its work, written whole or not at all. */
export const exportCharts = pgTable(
  'export_charts',
  {
    id: id('export_charts').primaryKey(),
    export_id: id('exports')
      .notNull()
      .references(() => exports.id),
    patient_id: id('patients')
      .notNull()
      .references(() => patients.id),
    is_done: boolean().notNull(),
  },
  (row) => [
    uniqueIndex('export_charts_chart').on(row.export_id, row.patient_id),
    index('export_charts_patient').on(row.patient_id),
  ],
);
