import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { id } from '../columns';
import { imports } from './imports';

/** What was wrong with an entry, or worth a word: the place and a code, never what stands there. */
export const importIssues = pgTable(
  'import_issues',
  {
    id: id('import_issues').primaryKey(),
    import_id: id('imports')
      .notNull()
      .references(() => imports.id),
    // Of the entry in the upload, from 0.
    position: integer().notNull(),
    path: text().notNull(),
    code: text().notNull(),
    severity: text().$type<'error' | 'warning'>().notNull(),
  },
  (row) => [
    check('import_issues_severity', sql`${row.severity} in ('error', 'warning')`),
    index('import_issues_import').on(row.import_id, row.severity, row.position),
  ],
);
