import { sql } from 'drizzle-orm';
import { boolean, index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { textSearch } from '../columns';

/** Codes that can be found by typing, of the bundled lists and of full sets that a clinic imports. Of no person. */
export const terminologyCodes = pgTable(
  'terminology_codes',
  {
    system: text().notNull(),
    code: text().notNull(),
    display: text().notNull(),
    synonyms: text().array().notNull(),
    // The forms that offer it, by type of record.
    kinds: text().array().notNull(),
    // In which results of this test or measurement are usually given, as UCUM.
    unit: text(),
    is_listed: boolean().notNull(),
    // Lexemes of our own making: a parser of PostgreSQL would take `Mass/volume` for a path.
    words: textSearch().notNull(),
  },
  (row) => [
    primaryKey({ columns: [row.system, row.code] }),
    index('terminology_codes_listed').using('gin', row.words).where(sql`is_listed`),
    index('terminology_codes_imported').using('gin', row.words).where(sql`not is_listed`),
    index('terminology_codes_known').on(row.system, row.code).where(sql`is_listed`),
  ],
);
