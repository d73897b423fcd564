import type { Id } from '#lib/platform/ids';
import type { Tx } from '../client';
import { insertRow, updateRow } from '../rows';
import { availabilityOverrides } from '../schema/availability-overrides';
import { availabilityRules } from '../schema/availability-rules';
import { practitionerCalendars } from '../schema/practitioner-calendars';
import type { practitionerServices } from '../schema/practitioner-services';
import { insertOffer } from './services';

export interface OwnDoctorRow {
  id: Id<'practitioners'>;
  clinic_id: Id<'clinics'>;
  zone: string;
}

/** The acting doctor with their site; null for anybody else. */
export async function findOwnDoctor(tx: Tx): Promise<OwnDoctorRow | null> {
  const [row] = await tx<OwnDoctorRow[]>`
    select d.id, d.clinic_id, c.zone from practitioners d join clinics c on c.id = d.clinic_id
     where d.id = app.practitioner_id()`;
  return row ?? null;
}

type Settings = Pick<
  typeof practitionerCalendars.$inferSelect,
  'buffer_minutes' | 'lead_minutes' | 'horizon_days' | 'daily_cap'
>;

/** Times as 'HH:MM'. */
export interface OwnHoursRow {
  weekly: {
    weekday: number;
    starts: string;
    ends: string;
    slot_minutes: number;
    break_starts: string | null;
    break_ends: string | null;
    in_person: boolean;
    video: boolean;
    room_id: string | null;
  }[];
  days: { day: string; starts: string | null; ends: string | null; slot_minutes: number | null }[];
  services: { service_id: string; minutes: number | null }[];
  /** Null where nothing was ever set. */
  settings: (Settings & { version: number }) | null;
}

/** All by which a doctor offers times: every week, on single days to come, for what and how. A room that is no longer used is none. */
export async function findOwnHours(tx: Tx, { id, zone }: OwnDoctorRow): Promise<OwnHoursRow | null> {
  const [row] = await tx<OwnHoursRow[]>`
    select coalesce((select json_agg(r order by r.weekday, r.starts) from (
              select weekday, to_char(starts, 'HH24:MI') as starts, to_char(ends, 'HH24:MI') as ends, slot_minutes,
                     to_char(break_starts, 'HH24:MI') as break_starts, to_char(break_ends, 'HH24:MI') as break_ends,
                     in_person, video, m.id as room_id
                from availability_rules v left join rooms m on m.id = v.room_id and m.archived_at is null
               where practitioner_id = ${id}) r), '[]') as weekly,
           coalesce((select json_agg(o order by o.day, o.starts) from (
              select day, to_char(starts, 'HH24:MI') as starts, to_char(ends, 'HH24:MI') as ends, slot_minutes
                from availability_overrides
               where practitioner_id = ${id} and day >= (app.now() at time zone ${zone})::date) o), '[]') as days,
           coalesce((select json_agg(o) from (
              select p.service_id, p.minutes from practitioner_services p join services s on s.id = p.service_id
               where p.practitioner_id = ${id} and s.archived_at is null order by s.name, s.id) o), '[]') as services,
           (select to_json(c) from (
              select buffer_minutes, lead_minutes, horizon_days, daily_cap, version from practitioner_calendars
               where practitioner_id = ${id}) c) as settings`;
  return row ?? null;
}

/** Held until the end of the transaction; made where nothing was ever set, so that two first changes stand in line. */
export async function lockOwnCalendar(
  tx: Tx,
  first: typeof practitionerCalendars.$inferInsert,
): Promise<number> {
  await tx`${insertRow(tx, practitionerCalendars, first)} on conflict do nothing`;
  const [row] = await tx<{ version: number }[]>`
    select version from practitioner_calendars where practitioner_id = ${first.practitioner_id} for update`;
  return row?.version ?? 0;
}

/** Writes the next version of it, with the settings where they are given. */
export function markCalendarChanged(
  tx: Tx,
  practitionerId: Id<'practitioners'>,
  change: Partial<Settings> & Pick<typeof practitionerCalendars.$inferInsert, 'version' | 'updated_at'>,
): Promise<boolean> {
  return updateRow(tx, practitionerCalendars, { practitioner_id: practitionerId }, change);
}

export async function replaceOwnRules(
  tx: Tx,
  practitionerId: Id<'practitioners'>,
  rows: readonly (typeof availabilityRules.$inferInsert)[],
): Promise<void> {
  await tx`delete from availability_rules where practitioner_id = ${practitionerId}`;
  for (const row of rows) await insertRow(tx, availabilityRules, row);
}

export async function replaceOwnServices(
  tx: Tx,
  practitionerId: Id<'practitioners'>,
  rows: readonly (typeof practitionerServices.$inferInsert)[],
): Promise<void> {
  await tx`delete from practitioner_services where practitioner_id = ${practitionerId}`;
  for (const row of rows) await insertOffer(tx, row);
}

/** What holds on one day; without rows the week holds there again. */
export async function replaceOwnDay(
  tx: Tx,
  practitionerId: Id<'practitioners'>,
  day: string,
  rows: readonly (typeof availabilityOverrides.$inferInsert)[],
): Promise<void> {
  await tx`delete from availability_overrides where practitioner_id = ${practitionerId} and day = ${day}::date`;
  for (const row of rows) await insertRow(tx, availabilityOverrides, row);
}
