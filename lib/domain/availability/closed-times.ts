import type { Calendar, CalendarDay, Hours } from './calendar';
import { minuteOfDay } from './day-clock';
import type { Span } from './taken-time';

export const closedKinds = ['leave', 'block', 'break', 'holiday', 'closure', 'off'] as const;
export type ClosedKind = (typeof closedKinds)[number];

/** Part of a day on which nobody is offered a time, and why. */
export interface ClosedTime extends Span {
  readonly date: string;
  readonly kind: ClosedKind;
  /** Of a holiday or closure. */
  readonly name: string | null;
}

interface Closures {
  readonly closures: readonly (Calendar['closures'][number] & {
    readonly kind: 'holiday' | 'closure';
    readonly name: string;
  })[];
  readonly absences: readonly (Span & { readonly kind: 'leave' | 'block' })[];
}

type Offered = Pick<Calendar, 'weekly' | 'overrides'>;

/** Of each day in order: that the site is closed, else the doctor's own day off, absences and breaks. */
export function closedTimes(
  calendar: Offered,
  days: readonly CalendarDay[],
  { closures, absences }: Closures,
): ClosedTime[] {
  return days.flatMap((day) => {
    const { date, starts, ends } = day;
    const closure = closures.find(({ first_day, last_day }) => date >= first_day && date <= last_day);
    if (closure) return [{ date, kind: closure.kind, name: closure.name, starts, ends }];
    if (isOff(calendar, date)) return [{ date, kind: 'off', name: null, starts, ends }];
    const away = absences.flatMap((absence) => within(day, absence));
    const breaks = usualHours(calendar, day).flatMap((hours) => breakOf(day, hours));
    return [...away, ...breaks].sort((a, b) => a.starts - b.starts);
  });
}

/** A date of its own without any hours. */
function isOff({ overrides }: Offered, date: string): boolean {
  const own = overrides.filter(({ day }) => day === date);
  return own.length > 0 && own.every(({ hours }) => hours === null);
}

/** The week's, which alone have breaks; none on a date with hours of its own. */
const usualHours = ({ weekly, overrides }: Offered, { date, weekday }: CalendarDay) =>
  overrides.some(({ day }) => day === date) ? [] : weekly.filter((each) => each.weekday === weekday);

function within({ date, ...day }: CalendarDay, absence: Closures['absences'][number]): ClosedTime[] {
  const [starts, ends] = [Math.max(day.starts, absence.starts), Math.min(day.ends, absence.ends)];
  return starts < ends ? [{ date, kind: absence.kind, name: null, starts, ends }] : [];
}

function breakOf({ date, clock }: CalendarDay, { break_starts, break_ends }: Hours): ClosedTime[] {
  if (break_starts === null || break_ends === null) return [];
  const [starts, ends] = [clock(minuteOfDay(break_starts)), clock(minuteOfDay(break_ends))];
  return starts !== null && ends !== null ? [{ date, kind: 'break', name: null, starts, ends }] : [];
}
