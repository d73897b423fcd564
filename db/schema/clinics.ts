import { sql } from 'drizzle-orm';
import { check, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { id, instant } from '../columns';

/** A site of the organisation. Its zone gives wall-clock rules their meaning. */
export const clinics = pgTable(
  'clinics',
  {
    id: id('clinics').primaryKey(),
    name: text().notNull(),
    zone: text().notNull(),
    address: text(),
    phone: text(),
    // Of the provider that the clinic has chosen; none makes visits by video impossible.
    video_url: text(),
    // How long before a visit its patient may still move or cancel it.
    change_notice_minutes: integer().notNull().default(0),
    version: integer().notNull().default(1),
    created_at: instant().notNull(),
  },
  (row) => [check('clinics_change_notice', sql`${row.change_notice_minutes} between 0 and 43200`)],
);
