import { sql } from 'drizzle-orm';
import { check, integer, pgTable } from 'drizzle-orm/pg-core';
import { id, instant } from '../columns';
import { practitioners } from './practitioners';

/** How a doctor wants to be booked. Without a row: at any time that is offered within a year. */
export const practitionerCalendars = pgTable(
  'practitioner_calendars',
  {
    practitioner_id: id('practitioners')
      .primaryKey()
      .references(() => practitioners.id),
    // Free between two visits.
    buffer_minutes: integer().notNull(),
    // From the booking to the visit.
    lead_minutes: integer().notNull(),
    horizon_days: integer().notNull(),
    // Visits a day, by the clock of the site; null for as many as fit.
    daily_cap: integer(),
    // Of these and of the weekly rules, which are written together.
    version: integer().notNull(),
    updated_at: instant().notNull(),
  },
  (row) => [
    check('practitioner_calendars_buffer', sql`${row.buffer_minutes} between 0 and 120`),
    check('practitioner_calendars_lead', sql`${row.lead_minutes} between 0 and 43200`),
    check('practitioner_calendars_horizon', sql`${row.horizon_days} between 1 and 366`),
    check('practitioner_calendars_cap', sql`${row.daily_cap} between 1 and 100`),
  ],
);
