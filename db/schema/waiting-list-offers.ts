import { sql } from 'drizzle-orm';
import { check, index, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { id, instant } from '../columns';
import type { VisitMode } from './appointments';
import { patients } from './patients';
import { practitioners } from './practitioners';
import { waitingListEntries } from './waiting-list-entries';

/** What became of an offer. What its reader answered, that nobody did in time, or that its entry was withdrawn. */
export type OfferOutcome = 'accepted' | 'declined' | 'expired' | 'withdrawn';

/** A time that is kept for somebody who waits. It stays when the time is let go, so that nobody is offered a time twice. */
export const waitingListOffers = pgTable(
  'waiting_list_offers',
  {
    id: id('waiting_list_offers').primaryKey(),
    entry_id: id('waiting_list_entries')
      .notNull()
      .references(() => waitingListEntries.id),
    patient_id: id('patients')
      .notNull()
      .references(() => patients.id),
    // The time as it is held. It refers to nothing: what is let go is deleted.
    appointment_id: id('appointments').notNull(),
    doctor_id: id('practitioners')
      .notNull()
      .references(() => practitioners.id),
    scheduled_at: instant().notNull(),
    ends_at: instant().notNull(),
    zone: text().notNull(),
    mode: text().$type<VisitMode>().notNull(),
    offered_at: instant().notNull(),
    expires_at: instant().notNull(),
    // Null while it is open.
    outcome: text().$type<OfferOutcome>(),
    ended_at: instant(),
  },
  (row) => [
    check(
      'waiting_list_offers_outcome',
      sql`${row.outcome} in ('accepted', 'declined', 'expired', 'withdrawn')`,
    ),
    check('waiting_list_offers_ended', sql`(${row.outcome} is null) = (${row.ended_at} is null)`),
    check('waiting_list_offers_mode', sql`${row.mode} in ('in_person', 'video')`),
    check('waiting_list_offers_order', sql`${row.expires_at} > ${row.offered_at}`),
    uniqueIndex('waiting_list_offers_open').on(row.entry_id).where(sql`outcome is null`),
    index('waiting_list_offers_entry').on(row.entry_id, row.scheduled_at),
    index('waiting_list_offers_patient').on(row.patient_id),
    index('waiting_list_offers_expiry').on(row.expires_at).where(sql`outcome is null`),
  ],
);
