import { sql } from 'drizzle-orm';
import { boolean, check, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { id, instant } from '../columns';
import { clinics } from './clinics';

export type ServiceColour = 'green' | 'blue' | 'violet' | 'amber' | 'rose' | 'slate';

/** What somebody may come for: a visit type with its length (FHIR HealthcareService). */
export const services = pgTable(
  'services',
  {
    id: id('services').primaryKey(),
    clinic_id: id('clinics')
      .notNull()
      .references(() => clinics.id),
    name: text().notNull(),
    minutes: integer().notNull(),
    colour: text().$type<ServiceColour>().notNull(),
    in_person: boolean().notNull(),
    video: boolean().notNull(),
    // Or staff alone.
    patients_book: boolean().notNull(),
    version: integer().notNull().default(1),
    created_at: instant().notNull(),
    archived_at: instant(),
  },
  (row) => [
    check('services_minutes', sql`${row.minutes} between 5 and 240`),
    check('services_colour', sql`${row.colour} in ('green', 'blue', 'violet', 'amber', 'rose', 'slate')`),
    check('services_mode', sql`${row.in_person} or ${row.video}`),
  ],
);
