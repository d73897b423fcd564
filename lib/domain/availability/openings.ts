import type { Calendar, CalendarDay, Hours, VisitMode } from './calendar';
import { minuteOfDay } from './day-clock';
import { isFree, type Span, type TakenTime, takenTime } from './taken-time';
import { modeOf } from './visit-mode';

/** What somebody comes for. */
export interface Wish {
  /** How long it takes; null for as long as the doctor's hours say. */
  readonly minutes: number | null;
  /** Null for either. */
  readonly mode: VisitMode | null;
}

/** A time that may be booked, in milliseconds since 1970. */
export interface Opening extends Span {
  /** By the clock of the site. */
  readonly date: string;
  readonly minute: number;
  /** Until the next one begins, in milliseconds. */
  readonly step: number;
  readonly room_id: string | null;
  readonly in_person: boolean;
  readonly video: boolean;
}

/** By whom and what time is taken. */
export interface Taken {
  /** Each of the doctor's visits, in any order: their number a day counts too. */
  readonly doctor: readonly Span[];
  readonly absence: readonly Span[];
  readonly patient: readonly Span[];
  readonly rooms: ReadonlyMap<string, TakenTime>;
}

export const nothingTaken: Taken = { doctor: [], absence: [], patient: [], rooms: new Map() };

const minuteMs = 60_000;
const dayMs = 86_400_000;

/** What a doctor offers on those days, whether taken or not. */
export interface Offer {
  readonly calendar: Calendar;
  readonly days: readonly CalendarDay[];
  readonly wish: Wish;
  /** In order. None begins within another's step. */
  readonly times: readonly Opening[];
}

export function offerOf(calendar: Calendar, days: readonly CalendarDay[], wish: Wish): Offer {
  const stretchesOn = stretchesBy(calendar, wish);
  const times: Opening[] = [];
  for (const day of days) {
    if (isClosed(calendar, day.date)) continue;
    for (const stretch of stretchesOn(day)) addTimes(times, stretch, day, wish);
  }
  return { calendar, days, wish, times: apart(times) };
}

/** Those of its times that may be booked now. */
export function openTimes({ calendar, days, wish, times }: Offer, taken: Taken, now: number): Opening[] {
  const full = fullDates(calendar, days, taken);
  const from = Math.max(now + 1, now + calendar.lead_minutes * minuteMs);
  const until = now + calendar.horizon_days * dayMs;
  const busy = busyTime(calendar, taken);
  return times.filter(
    (time) =>
      time.starts >= from &&
      time.starts <= until &&
      !full.has(time.date) &&
      isFree(busy, time.starts, time.ends) &&
      hasRoom(time, wish, taken),
  );
}

/** A visit by video needs none. */
function hasRoom(time: Opening, { mode }: Wish, { rooms }: Taken): boolean {
  const { room_id, starts, ends } = time;
  if (room_id === null || modeOf(mode, time) === 'video') return true;
  return isFree(rooms.get(room_id) ?? [], starts, ends);
}

/** When the two who meet have no time: the doctor's visits with their buffers, absences, the patient's own visits. */
function busyTime({ buffer_minutes }: Calendar, { doctor, absence, patient }: Taken): TakenTime {
  const buffer = buffer_minutes * minuteMs;
  const visits =
    buffer === 0
      ? doctor
      : doctor.map(({ starts, ends }) => ({ starts: starts - buffer, ends: ends + buffer }));
  return takenTime(visits.concat(absence, patient));
}

/** On which the doctor sees as many as they wish to. */
function fullDates({ daily_cap }: Calendar, days: readonly CalendarDay[], { doctor }: Taken): Set<string> {
  if (daily_cap === null) return new Set();
  const visitsOn = (day: CalendarDay) =>
    doctor.filter(({ starts }) => starts >= day.starts && starts < day.ends).length;
  return new Set(days.filter((day) => visitsOn(day) >= daily_cap).map(({ date }) => date));
}

const isClosed = ({ closures }: Calendar, date: string) =>
  closures.some(({ first_day, last_day }) => date >= first_day && date <= last_day);

/** Hours without their break, as far as the site is open. In minutes of the day. */
interface Stretch {
  readonly from: number;
  readonly until: number;
  readonly hours: Hours;
}

/** What a day offers. Days of the week are worked out once: there are nine of each in two months. */
function stretchesBy(calendar: Calendar, wish: Wish): (day: CalendarDay) => readonly Stretch[] {
  const { weekly, overrides } = calendar;
  const known = new Map<number, readonly Stretch[]>();
  return (day) => {
    const instead = overrides.filter((each) => each.day === day.date);
    if (instead.length > 0)
      return stretchesOf(
        instead.flatMap(({ hours }) => hours ?? []),
        calendar,
        day,
        wish,
      );
    const usual = weekly.filter(({ weekday }) => weekday === day.weekday);
    const stretches = known.get(day.weekday) ?? stretchesOf(usual, calendar, day, wish);
    known.set(day.weekday, stretches);
    return stretches;
  };
}

function stretchesOf(
  all: readonly Hours[],
  { opening }: Calendar,
  { weekday }: CalendarDay,
  wish: Wish,
): Stretch[] {
  const open =
    opening.length === 0 ? always : opening.filter((each) => each.weekday === weekday).map(windowOf);
  return all
    .filter((hours) => (wish.mode === null ? hours.in_person || hours.video : hours[wish.mode]))
    .flatMap((hours) =>
      withoutBreak(hours).flatMap((part) => open.map((window) => ({ hours, ...within(part, window) }))),
    );
}

interface Window {
  readonly from: number;
  readonly until: number;
}

const always: readonly Window[] = [{ from: 0, until: 1440 }];

const windowOf = ({ opens, closes }: Calendar['opening'][number]): Window => ({
  from: minuteOfDay(opens),
  until: minuteOfDay(closes),
});

const within = (part: Window, window: Window): Window => ({
  from: Math.max(part.from, window.from),
  until: Math.min(part.until, window.until),
});

function withoutBreak({ starts, ends, break_starts, break_ends }: Hours): Window[] {
  const [from, until] = [minuteOfDay(starts), minuteOfDay(ends)];
  if (break_starts === null || break_ends === null) return [{ from, until }];
  return [
    { from, until: minuteOfDay(break_starts) },
    { from: minuteOfDay(break_ends), until },
  ];
}

function addTimes(
  times: Opening[],
  { from, until, hours }: Stretch,
  { clock, date }: CalendarDay,
  wish: Wish,
): void {
  const { slot_minutes, room_id, in_person, video } = hours;
  if (slot_minutes < 1) throw new RangeError('A step lasts a minute or more.'); // else counting never ends
  const [minutes, step] = [wish.minutes ?? slot_minutes, slot_minutes * minuteMs];
  for (let minute = from; minute + minutes <= until; minute += slot_minutes) {
    const starts = clock(minute);
    if (starts === null) continue;
    times.push({ date, minute, starts, ends: starts + minutes * minuteMs, step, room_id, in_person, video });
  }
}

/** Where two would overlap (two rules, or the hour behind a skipped one) the earlier is offered. */
function apart(times: Opening[]): Opening[] {
  const kept: Opening[] = [];
  let next = Number.NEGATIVE_INFINITY;
  for (const time of times.sort((a, b) => a.starts - b.starts)) {
    if (time.starts < next) continue;
    kept.push(time);
    next = time.starts + time.step;
  }
  return kept;
}
