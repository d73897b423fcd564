import { integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { hash, id, instant } from '../columns';

/** Ring keys, wrapped by the key provider. The plain key never reaches the database. */
export const encryptionKeys = pgTable(
  'encryption_keys',
  {
    id: id('encryption_keys').primaryKey(),
    ring: text().notNull(),
    version: integer().notNull(),
    wrapped_key: hash().notNull(),
    provider: text().notNull(),
    status: text().notNull(),
    created_at: instant().notNull(),
  },
  (row) => [uniqueIndex('encryption_keys_version').on(row.ring, row.version)],
);
