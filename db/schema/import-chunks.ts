import { boolean, integer, pgTable, uniqueIndex } from 'drizzle-orm/pg-core';
import { id, sealed } from '../columns';
import { imports } from './imports';

/** A run of entries of an upload, sealed, until the import has ended. */
export const importChunks = pgTable(
  'import_chunks',
  {
    id: id('import_chunks').primaryKey(),
    import_id: id('imports')
      .notNull()
      .references(() => imports.id),
    position: integer().notNull(),
    entries: integer().notNull(),
    is_checked: boolean().notNull(),
    content: sealed('import_chunks.content').notNull(),
  },
  (row) => [uniqueIndex('import_chunks_position').on(row.import_id, row.position)],
);
