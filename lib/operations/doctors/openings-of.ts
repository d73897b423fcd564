import { Temporal } from 'temporal-polyfill';
import type { Tx } from '#db/client';
import { type CalendarRow, listCalendars, listTakenTimes } from '#db/queries/calendars';
import { type CalendarDay, calendarDays } from '#lib/domain/availability/calendar';
import {
  nothingTaken,
  type Offer,
  type Opening,
  offerOf,
  openTimes,
  type Wish,
} from '#lib/domain/availability/openings';
import type { Span } from '#lib/domain/availability/taken-time';
import type { TimeRange } from '#lib/domain/availability/time-range';
import type { Id } from '#lib/platform/ids';
import { millisecondsText } from '#lib/platform/instant-text';
import { calendarOf, takenOf } from './calendar-rows';

export interface Dates {
  /** Both included, by the clock of each doctor's site. */
  readonly first: Temporal.PlainDate;
  readonly last: Temporal.PlainDate;
}

interface Question {
  readonly dates: Dates;
  /** What is wished of whom: the length of a service differs from doctor to doctor. */
  readonly wishes: ReadonlyMap<Id<'practitioners'>, Wish>;
  /** Who is to come; their own visits are no time for another. */
  readonly patientId: Id<'patients'> | null;
  /** The visit that is to be moved: it stands in its own way nowhere. */
  readonly except?: Id<'appointments'>;
  /** It had its time before: what stands beside others on purpose is not in its way. */
  readonly hadBefore?: boolean;
  readonly now: Temporal.Instant;
}

/** The doctors' times in those days that nobody has taken and that may still be booked: one question for all of them. */
export async function openingsOf(
  tx: Tx,
  { dates, wishes, patientId, except, hadBefore, now }: Question,
): Promise<Map<Id<'practitioners'>, Opening[]>> {
  const doctorIds = [...wishes.keys()];
  const [offers, taken] = await Promise.all([
    // Worked out while the database looks for what is taken.
    listCalendars(tx, doctorIds, dates).then((rows) => offersOf(rows, dates, wishes)),
    listTakenTimes(tx, { doctorIds, patientId, except: except ?? null, ...widely(dates) }),
  ]);
  const takenBy = takenOf(hadBefore ? taken.filter(({ kind }) => kind !== 'overbooked') : taken);
  return new Map(
    offers.map(([id, offer]) => [id, openTimes(offer, takenBy(id), now.epochMilliseconds)] as const),
  );
}

function offersOf(rows: readonly CalendarRow[], dates: Dates, wishes: Question['wishes']) {
  const daysOf = daysByZone(dates);
  return rows.flatMap((row) => {
    const wish = wishes.get(row.practitioner_id);
    return wish ? [[row.practitioner_id, offerOf(calendarOf(row), daysOf(row.zone), wish)] as const] : [];
  });
}

/** The time that a doctor offers at that moment, taken or not; null where none begins there or it is too soon or late. */
export async function offeredTime(tx: Tx, { wish, now, ...day }: OfferedQuestion): Promise<Opening | null> {
  const offer = (await dayAt(tx, day))?.offerTo(wish);
  if (!offer) return null;
  const calendar = { ...offer.calendar, daily_cap: null };
  const times = openTimes({ ...offer, calendar }, nothingTaken, now.epochMilliseconds);
  return times.find(({ starts }) => starts === day.startsAt.epochMilliseconds) ?? null;
}

export interface DoctorDay {
  /** Whether the site has a place for visits by video. */
  readonly hasVideo: boolean;
  readonly offerTo: (wish: Wish) => Offer;
}

/** What a doctor offers on the day of that moment; null of who has left. */
export async function dayAt(tx: Tx, { doctorId, zone, startsAt }: DayQuestion): Promise<DoctorDay | null> {
  const day = startsAt.toZonedDateTimeISO(zone).toPlainDate();
  const dates = { first: day, last: day };
  const [row] = await listCalendars(tx, [doctorId], dates);
  if (!row) return null;
  const [calendar, days] = [calendarOf(row), calendarDays(dates, zone)];
  return { hasVideo: row.has_video, offerTo: (wish) => offerOf(calendar, days, wish) };
}

interface DayQuestion {
  readonly doctorId: Id<'practitioners'>;
  readonly zone: string;
  readonly startsAt: Temporal.Instant;
}

interface OfferedQuestion extends DayQuestion {
  readonly wish: Wish;
  readonly now: Temporal.Instant;
}

export const asRange = ({ starts, ends }: Span): TimeRange => ({
  starts_at: Temporal.Instant.fromEpochMilliseconds(starts),
  ends_at: Temporal.Instant.fromEpochMilliseconds(ends),
});

/** What is said of times on the wire. Doctors of one site share theirs, and each moment is written once. */
export function wireTimes(): (time: Span) => { starts_at: string; ends_at: string } {
  const written = new Map<number, string>();
  const textOf = (at: number) => {
    const text = written.get(at) ?? millisecondsText(at);
    written.set(at, text);
    return text;
  };
  return ({ starts, ends }) => ({ starts_at: textOf(starts), ends_at: textOf(ends) });
}

/** A day longer at both ends: a date begins at another instant in each zone. */
const widely = ({ first, last }: Dates): TimeRange => ({
  starts_at: first.subtract({ days: 1 }).toZonedDateTime('UTC').toInstant(),
  ends_at: last.add({ days: 2 }).toZonedDateTime('UTC').toInstant(),
});

/** Doctors of one site share their days. */
function daysByZone(dates: Dates): (zone: string) => CalendarDay[] {
  const known = new Map<string, CalendarDay[]>();
  return (zone) => {
    const days = known.get(zone) ?? calendarDays(dates, zone);
    known.set(zone, days);
    return days;
  };
}
