import { sql } from 'drizzle-orm';
import { check, integer, pgTable, primaryKey } from 'drizzle-orm/pg-core';
import { id, instant } from '../columns';
import { practitioners } from './practitioners';
import { services } from './services';

/** What a doctor may be booked for. */
export const practitionerServices = pgTable(
  'practitioner_services',
  {
    practitioner_id: id('practitioners')
      .notNull()
      .references(() => practitioners.id),
    service_id: id('services')
      .notNull()
      .references(() => services.id),
    // Their own length of it; null for the clinic's.
    minutes: integer(),
    created_at: instant().notNull(),
  },
  (row) => [
    primaryKey({ columns: [row.practitioner_id, row.service_id] }),
    check('practitioner_services_minutes', sql`${row.minutes} between 5 and 240`),
  ],
);
