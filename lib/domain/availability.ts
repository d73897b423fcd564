import { Temporal } from 'temporal-polyfill';

/** When someone sees patients in a week, by the clock on the wall of `zone`. */
export interface AvailabilityRule {
  /** ISO 8601: Monday 1 to Sunday 7. */
  readonly weekday: number;
  /** 'HH:MM'; `ends` after `starts` on the same day, or '24:00' for midnight at its end. */
  readonly starts: string;
  readonly ends: string;
  readonly slot_minutes: number;
  /** IANA time zone. */
  readonly zone: string;
}

/** Half open: [starts_at, ends_at). */
export interface TimeRange {
  readonly starts_at: Temporal.Instant;
  readonly ends_at: Temporal.Instant;
}

/**
 * The free slots from `first` to `last` (both included, dates by the rule's zone), in order of time.
 * A slot begins at the wall-clock times that the rule counts off and lasts exactly `slot_minutes`. A time that the
 * zone skips in spring begins none; of a time that it repeats in autumn the first pass counts. Where two would
 * overlap (two rules, or the hour behind a skipped one) the earlier is offered, so no minute is offered twice.
 */
export function freeSlots(
  rules: readonly AvailabilityRule[],
  dates: { first: Temporal.PlainDate; last: Temporal.PlainDate },
  busy: readonly TimeRange[],
): TimeRange[] {
  const offered = rules.flatMap((rule) => daysOf(rule, dates).flatMap((day) => slotsOn(day, rule)));
  return withoutOverlaps(offered).filter((slot) => !busy.some((taken) => overlap(slot, taken)));
}

/** The dates in the range on the rule's weekday. */
function daysOf(
  rule: AvailabilityRule,
  { first, last }: { first: Temporal.PlainDate; last: Temporal.PlainDate },
) {
  const days: Temporal.PlainDate[] = [];
  let day = first.add({ days: (rule.weekday - first.dayOfWeek + 7) % 7 });
  while (Temporal.PlainDate.compare(day, last) <= 0) {
    days.push(day);
    day = day.add({ weeks: 1 });
  }
  return days;
}

function slotsOn(day: Temporal.PlainDate, rule: AvailabilityRule): TimeRange[] {
  if (rule.slot_minutes < 1) throw new RangeError('A slot lasts a minute or more.'); // else counting never ends
  const slots: TimeRange[] = [];
  const end = minuteOfDay(rule.ends);
  for (let at = minuteOfDay(rule.starts); at + rule.slot_minutes <= end; at += rule.slot_minutes) {
    const starts_at = instantAt(day, at, rule.zone);
    if (starts_at) slots.push({ starts_at, ends_at: starts_at.add({ minutes: rule.slot_minutes }) });
  }
  return slots;
}

/** When the zone's clock first shows that minute of the day, or null where it skips it. */
function instantAt(day: Temporal.PlainDate, minute: number, zone: string): Temporal.Instant | null {
  const wall = day.toPlainDateTime().add({ minutes: minute });
  const shown = wall.toZonedDateTime(zone, { disambiguation: 'earlier' });
  return shown.toPlainDateTime().equals(wall) ? shown.toInstant() : null;
}

function minuteOfDay(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

function withoutOverlaps(slots: readonly TimeRange[]): TimeRange[] {
  const kept: TimeRange[] = [];
  for (const slot of [...slots].sort((a, b) => Temporal.Instant.compare(a.starts_at, b.starts_at))) {
    const before = kept.at(-1);
    if (!before || !overlap(before, slot)) kept.push(slot);
  }
  return kept;
}

const overlap = (a: TimeRange, b: TimeRange) =>
  a.starts_at.epochNanoseconds < b.ends_at.epochNanoseconds &&
  b.starts_at.epochNanoseconds < a.ends_at.epochNanoseconds;
