import type { Temporal } from 'temporal-polyfill';
import type { Statement, Tx } from '../client';
import { insertRow } from '../rows';
import { calendarFeeds } from '../schema/calendar-feeds';
import type { AppointmentRow } from './appointments';

type Row = typeof calendarFeeds.$inferSelect;

export function insertCalendarFeed(tx: Tx, row: typeof calendarFeeds.$inferInsert): Statement {
  return insertRow(tx, calendarFeeds, row);
}

/** The actor's address that works, if there is one. */
export async function findOwnCalendarFeed(tx: Tx): Promise<Pick<Row, 'id' | 'created_at'> | null> {
  const [row] = await tx<Pick<Row, 'id' | 'created_at'>[]>`
    select id, created_at from calendar_feeds where user_id = app.user_id() and revoked_at is null`;
  return row ?? null;
}

/** Whose calendar it is, before anybody is known. */
export async function findCalendarFeed(
  tx: Tx,
  tokenHash: Uint8Array,
): Promise<Pick<Row, 'id' | 'user_id'> | null> {
  const [row] = await tx<
    Pick<Row, 'id' | 'user_id'>[]
  >`select id, user_id from app.find_calendar_feed(${tokenHash})`;
  return row ?? null;
}

/** Ends the actor's address. Two of one account stand in line, so that the next one is alone. */
export async function markOwnCalendarFeedRevoked(tx: Tx): Promise<void> {
  await tx`select pg_advisory_xact_lock(hashtextextended(app.user_id()::text, 0))`;
  await tx`update calendar_feeds set revoked_at = app.now() where user_id = app.user_id() and revoked_at is null`;
}

export type CalendarVisit = Pick<
  AppointmentRow,
  'id' | 'scheduled_at' | 'ends_at' | 'status' | 'version' | 'mode' | 'clinic_name' | 'clinic_address'
> & { updated_at: Temporal.Instant };

const columns = (tx: Tx) => tx`
  a.id, a.scheduled_at, a.ends_at, a.status, a.version, a.mode, a.updated_at, c.name as clinic_name, c.address as clinic_address`;

/** The actor's own visits as a patient from so many days ago on, those that were called off as well. */
export function listCalendarVisits(tx: Tx, days: number, limit: number): Promise<CalendarVisit[]> {
  return tx<CalendarVisit[]>`
    select ${columns(tx)} from appointments a join clinics c on c.id = a.clinic_id
     where a.patient_id = app.patient_id() and a.status <> 'held'
       and a.scheduled_at >= app.now() - make_interval(days => ${days})
     order by a.scheduled_at, a.id limit ${limit}`;
}
