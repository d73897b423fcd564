import { Temporal } from 'temporal-polyfill';
import type { ClosedView } from './closed-time';
import { type Place, sideBySide } from './side-by-side';
import { type AgendaVisit, takesPlace } from './visit';
import { wishedDate } from './wished-date';

/** A visit in the grid: from when, by the clock of the site, and for how many minutes, in steps that the grid knows. */
export interface PlacedVisit<Visit> extends Place {
  visit: Visit;
  hour: number;
  minute: number;
  length: number;
}

/** Time that is not offered, from one mark of the grid to another. */
export interface PlacedClosed {
  closed: ClosedView;
  hour: number;
  minute: number;
  till: number;
  rest: number;
}

export interface WeekDay<Visit> {
  date: string;
  closed: PlacedClosed[];
  visits: PlacedVisit<Visit>[];
  /** Some stand beside others: those have a lane. */
  hasLane: boolean;
}

const step = 5;
/** In minutes: what is shorter is drawn as high as this, to be read and pressed. */
const leastHeight = 20;
const usual = { first: 8, last: 18 };
const dayLong = 24 * 60;

/** Hours by the clock of the site: '09:00'. */
interface Offered {
  starts: string;
  ends: string;
}

/** The seven days from Monday on that hold the wished one, else today; ISO dates. */
export function weekOf(today: string, wished: string | undefined) {
  const day = wishedDate(wished) ?? Temporal.PlainDate.from(today);
  const monday = day.subtract({ days: day.dayOfWeek - 1 });
  const from = (days: number) => monday.add({ days }).toString();
  return {
    days: Array.from({ length: 7 }, (_, index) => from(index)),
    before: from(-7),
    after: from(7),
  };
}

/** When the week begins and ends, for an operation. */
export function weekRange(days: readonly string[], zone: string) {
  const startOf = (date: string, more: number) =>
    Temporal.PlainDate.from(date).add({ days: more }).toZonedDateTime(zone).toInstant().toString();
  return { from: startOf(days[0] ?? '', 0), to: startOf(days[0] ?? '', 7) };
}

/** The visits that take place, by day, and the hours that the grid has to show. `offered`: when the doctor sees people. */
export function weekDays<Visit extends AgendaVisit>(
  days: readonly string[],
  visits: readonly Visit[],
  zone: string,
  closed: readonly ClosedView[],
  offered: readonly Offered[] = [],
) {
  const standing = visits.filter(takesPlace).map((visit) => placed(visit, zone));
  const spans = [
    ...standing.map(({ hour, minute, length }) => [hour * 60 + minute, hour * 60 + minute + length] as const),
    ...offered.map(({ starts, ends }) => [minuteOfText(starts), minuteOfText(ends)] as const),
    ...closed.flatMap((each) => edges(each, zone)),
  ];
  const first = Math.min(usual.first, ...spans.map(([from]) => Math.floor(from / 60)));
  const last = Math.min(24, Math.max(usual.last, ...spans.map(([, until]) => Math.ceil(until / 60))));
  const week = days.map((date): WeekDay<Visit> => {
    const own = standing.filter((each) => each.date === date);
    const shut = closed.filter((each) => each.date === date);
    return {
      date,
      closed: shut.flatMap((each) => placedClosed(each, zone, { first, last })),
      visits: beside(own),
      hasLane: own.some(({ visit }) => visit.overbooked),
    };
  });
  return { week, first, last };
}

/** Those that are booked beside others on purpose have a lane of their own; in it, as outside, none lies over another. */
function beside<Visit extends AgendaVisit>(visits: readonly Unplaced<Visit>[]): PlacedVisit<Visit>[] {
  const spanOf = ({ hour, minute, length }: Unplaced<Visit>) => {
    const from = hour * 60 + minute;
    return { from, until: from + Math.max(length, leastHeight) };
  };
  const places = new Map(
    [true, false].flatMap((lane) => {
      const own = visits.filter(({ visit }) => visit.overbooked === lane);
      const found = sideBySide(own.map(spanOf));
      return own.map(({ visit }, index) => [visit.id, found[index]] as const);
    }),
  );
  return visits.map(({ date: _, ...each }) => ({
    ...each,
    ...(places.get(each.visit.id) ?? { column: 0, columns: 1 }),
  }));
}

/** As far as the grid shows it: nothing of what lies outside. */
function placedClosed(
  closed: ClosedView,
  zone: string,
  { first, last }: { first: number; last: number },
): PlacedClosed[] {
  const span = spanOfClosed(closed, zone);
  const from = Math.max(first * 60, span.from);
  const until = Math.min(last * 60, span.until);
  if (from >= until) return [];
  const stepped = (minute: number) => minute - (minute % step);
  return [
    {
      closed,
      ...{ hour: Math.floor(from / 60), minute: stepped(from % 60) },
      ...{ till: Math.floor(until / 60), rest: stepped(until % 60) },
    },
  ];
}

/** In minutes of its day, by the clock of the site. */
function spanOfClosed({ date, starts_at, ends_at }: ClosedView, zone: string) {
  const minuteOf = (at: string) => {
    const wall = Temporal.Instant.from(at).toZonedDateTimeISO(zone);
    // The midnight at its end is of the next date.
    return wall.toPlainDate().toString() === date ? wall.hour * 60 + wall.minute : dayLong;
  };
  return { from: minuteOf(starts_at), until: minuteOf(ends_at) };
}

/** Where closed time begins and ends within its day: the grid shows that, and no night that is closed from or to midnight. */
function edges(closed: ClosedView, zone: string) {
  const { from, until } = spanOfClosed(closed, zone);
  const begins = from > 0 ? [[from, from + 1] as const] : [];
  return until < dayLong ? [...begins, [until - 1, until] as const] : begins;
}

/** Of '09:30'. */
const minuteOfText = (wall: string) => Number(wall.slice(0, 2)) * 60 + Number(wall.slice(3, 5));

interface Unplaced<Visit> extends Omit<PlacedVisit<Visit>, keyof Place> {
  date: string;
}

function placed<Visit extends AgendaVisit>(visit: Visit, zone: string): Unplaced<Visit> {
  const at = Temporal.Instant.from(visit.scheduled_at);
  const wall = at.toZonedDateTimeISO(zone);
  const minutes = at.until(Temporal.Instant.from(visit.ends_at)).total('minutes');
  return {
    visit,
    date: wall.toPlainDate().toString(),
    hour: wall.hour,
    minute: wall.minute - (wall.minute % step),
    length: Math.min(240, Math.max(step, Math.ceil(minutes / step) * step)),
  };
}
