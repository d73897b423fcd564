import { Temporal } from 'temporal-polyfill';
import type { Tx } from '#db/client';
import { listCalendars, listTakenTimes } from '#db/queries/calendars';
import { type CalendarDay, calendarDays } from '#lib/domain/availability/calendar';
import { nothingTaken, type Opening, openTimes, type Wish } from '#lib/domain/availability/openings';
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
  readonly now: Temporal.Instant;
}

/** The doctors' times in those days that nobody has taken and that may still be booked: one question for all of them. */
export async function openingsOf(
  tx: Tx,
  { dates, wishes, patientId, except, now }: Question,
): Promise<Map<Id<'practitioners'>, Opening[]>> {
  const doctorIds = [...wishes.keys()];
  const [calendars, taken] = await Promise.all([
    listCalendars(tx, doctorIds, dates),
    listTakenTimes(tx, { doctorIds, patientId, except: except ?? null, ...widely(dates) }),
  ]);
  const [daysOf, takenBy] = [daysByZone(dates), takenOf(taken)];
  return new Map(
    calendars.flatMap((row) => {
      const wish = wishes.get(row.practitioner_id);
      if (!wish) return [];
      const { practitioner_id: id, zone } = row;
      return [[id, openTimes(calendarOf(row), daysOf(zone), wish, takenBy(id), now.epochMilliseconds)]];
    }),
  );
}

/** The time that a doctor offers at that moment, taken or not; null where none begins there or it is too soon or late. */
export async function offeredTime(
  tx: Tx,
  { doctorId, zone, startsAt, wish, now }: OfferQuestion,
): Promise<Opening | null> {
  const day = startsAt.toZonedDateTimeISO(zone).toPlainDate();
  const dates = { first: day, last: day };
  const [row] = await listCalendars(tx, [doctorId], dates);
  if (!row) return null;
  const calendar = { ...calendarOf(row), daily_cap: null };
  const offered = openTimes(calendar, calendarDays(dates, zone), wish, nothingTaken, now.epochMilliseconds);
  return offered.find(({ starts }) => starts === startsAt.epochMilliseconds) ?? null;
}

interface OfferQuestion {
  readonly doctorId: Id<'practitioners'>;
  readonly zone: string;
  readonly startsAt: Temporal.Instant;
  readonly wish: Wish;
  readonly now: Temporal.Instant;
}

export const asRange = ({ starts, ends }: Span): TimeRange => ({
  starts_at: Temporal.Instant.fromEpochMilliseconds(starts),
  ends_at: Temporal.Instant.fromEpochMilliseconds(ends),
});

/** What is said of a time on the wire. */
export const wireTime = ({ starts, ends }: Span) => ({
  starts_at: millisecondsText(starts),
  ends_at: millisecondsText(ends),
});

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
