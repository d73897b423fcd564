import type { Temporal } from 'temporal-polyfill';
import type { Id } from '#lib/platform/ids';
import type { Tx } from '../client';

/** Hours as they stand in the database: times as 'HH:MM:SS'. */
interface HoursRow {
  starts: string;
  ends: string;
  slot_minutes: number;
  break_starts: string | null;
  break_ends: string | null;
  in_person: boolean;
  video: boolean;
  room_id: string | null;
}

export interface CalendarRow {
  practitioner_id: Id<'practitioners'>;
  zone: string;
  /** Whether the site has a place for visits by video. */
  has_video: boolean;
  weekly: (HoursRow & { weekday: number })[];
  overrides: { day: string; starts: string | null; ends: string | null; slot_minutes: number | null }[];
  closures: { first_day: string; last_day: string; kind: 'holiday' | 'closure'; name: string }[];
  opening: { weekday: number; opens: string; closes: string }[];
  /** Null without settings of their own. */
  settings: {
    buffer_minutes: number;
    lead_minutes: number;
    horizon_days: number;
    daily_cap: number | null;
  } | null;
}

interface Dates {
  first: Temporal.PlainDate;
  last: Temporal.PlainDate;
}

/**
 * By what doctors offer times between those dates: one row each, and none of who has left. A room that is no longer used is
 * none, and there is no video where the site has no place for it.
 */
export function listCalendars(
  tx: Tx,
  doctorIds: readonly Id<'practitioners'>[],
  { first, last }: Dates,
): Promise<CalendarRow[]> {
  return tx<CalendarRow[]>`
    select d.id as practitioner_id, c.zone, c.video_url is not null as has_video,
           coalesce((select json_agg(r order by r.weekday, r.starts) from (
              select v.weekday, v.starts, v.ends, v.slot_minutes, v.break_starts, v.break_ends, v.in_person,
                     v.video and c.video_url is not null as video, m.id as room_id
                from availability_rules v left join rooms m on m.id = v.room_id and m.archived_at is null
               where v.practitioner_id = d.id) r), '[]') as weekly,
           coalesce((select json_agg(o order by o.day, o.starts) from (
              select day, starts, ends, slot_minutes from availability_overrides
               where practitioner_id = d.id and day between ${String(first)}::date and ${String(last)}::date) o), '[]')
             as overrides,
           coalesce((select json_agg(x) from (
              select first_day, last_day, kind, name from clinic_closures
               where clinic_id = d.clinic_id and last_day >= ${String(first)}::date and first_day <= ${String(last)}::date) x),
             '[]') as closures,
           coalesce((select json_agg(h order by h.weekday, h.opens) from (
              select weekday, opens, closes from clinic_hours where clinic_id = d.clinic_id) h), '[]') as opening,
           (select to_json(s) from (
              select buffer_minutes, lead_minutes, horizon_days, daily_cap from practitioner_calendars
               where practitioner_id = d.id) s) as settings
      from practitioners d join clinics c on c.id = d.clinic_id
     where d.id = any (${[...doctorIds]}::uuid[]) and d.closed_at is null`;
}

export interface TakenRow {
  /** A doctor's visits that stand beside another on purpose are told apart. */
  kind: 'doctor' | 'overbooked' | 'room' | 'patient' | 'absence';
  id: string;
  /** When each span begins: microseconds since 2000, signed, eight bytes, the highest first. */
  starts: Buffer;
  /** When it ends, at the same place. */
  ends: Buffer;
}

export interface TakenQuery {
  doctorIds: readonly Id<'practitioners'>[];
  /** Whose own visits count too; those of nobody without one. */
  patientId: Id<'patients'> | null;
  starts_at: Temporal.Instant;
  ends_at: Temporal.Instant;
  /** The visit that is to be moved. */
  except: Id<'appointments'> | null;
}

/** Taken time of doctors, of the rooms of their hours and of a patient: all that anybody may learn of others' visits. */
export function listTakenTimes(tx: Tx, query: TakenQuery): Promise<TakenRow[]> {
  return tx<TakenRow[]>`
    select kind, id, starts, ends from app.taken_spans(${[...query.doctorIds]}::uuid[], ${query.patientId},
      tstzrange(${query.starts_at}, ${query.ends_at}, '[)'), ${query.except})`;
}
