import { Temporal } from 'temporal-polyfill';
import { type DayClock, dayClock } from './day-clock';

export const visitModes = ['in_person', 'video'] as const;
export type VisitMode = (typeof visitModes)[number];

/** Hours on one day, by the clock on the wall of the site: 'HH:MM'. */
export interface Hours {
  readonly starts: string;
  /** After `starts` on the same day, or '24:00' for midnight at its end. */
  readonly ends: string;
  /** From one offered time to the next, and how long a visit without a service lasts. */
  readonly slot_minutes: number;
  readonly break_starts: string | null;
  readonly break_ends: string | null;
  readonly in_person: boolean;
  readonly video: boolean;
  readonly room_id: string | null;
}

/** In a week; ISO 8601: Monday 1 to Sunday 7. */
export type WeeklyHours = Hours & { readonly weekday: number };

/** On one date, in place of the week's; null on a date on which nobody is seen. */
export interface DayHours {
  readonly day: string;
  readonly hours: Hours | null;
}

/** Everything by which a doctor offers times. */
export interface Calendar {
  readonly weekly: readonly WeeklyHours[];
  readonly overrides: readonly DayHours[];
  /** Dates on which the site is closed, both included. */
  readonly closures: readonly { readonly first_day: string; readonly last_day: string }[];
  /** When the site is open; always where there is none. */
  readonly opening: readonly { readonly weekday: number; readonly opens: string; readonly closes: string }[];
  /** Free before and after each visit. */
  readonly buffer_minutes: number;
  /** From now to the first time that is offered. */
  readonly lead_minutes: number;
  /** From now to the last. */
  readonly horizon_days: number;
  /** Visits a day; null for as many as fit. */
  readonly daily_cap: number | null;
}

/** Seen at any time that the hours give. */
export const plainCalendar: Calendar = {
  weekly: [],
  overrides: [],
  closures: [],
  opening: [],
  buffer_minutes: 0,
  lead_minutes: 0,
  horizon_days: 366,
  daily_cap: null,
};

/** A date with its clock: made once for all doctors of a zone. */
export interface CalendarDay {
  readonly date: string;
  readonly weekday: number;
  readonly clock: DayClock;
  readonly starts: number;
  readonly ends: number;
}

/** The dates from first to last, both included. The zone is asked as seldom as can be: for each date's start, once. */
export function calendarDays(
  { first, last }: { first: Temporal.PlainDate; last: Temporal.PlainDate },
  zone: string,
): CalendarDay[] {
  const days: CalendarDay[] = [];
  let [day, start] = [first, first.toZonedDateTime(zone)];
  let change = changeAfter(start);
  while (Temporal.PlainDate.compare(day, last) <= 0) {
    const tomorrow = day.add({ days: 1 });
    const next = tomorrow.toZonedDateTime(zone);
    if (change <= start.epochMilliseconds) change = changeAfter(start);
    days.push({
      date: day.toString(),
      weekday: day.dayOfWeek,
      clock: dayClock(start, next, change),
      starts: start.epochMilliseconds,
      ends: next.epochMilliseconds,
    });
    [day, start] = [tomorrow, next];
  }
  return days;
}

const changeAfter = (start: Temporal.ZonedDateTime) =>
  start.getTimeZoneTransition('next')?.epochMilliseconds ?? Number.POSITIVE_INFINITY;
