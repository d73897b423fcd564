import type { Temporal } from 'temporal-polyfill';

/** When a clock first shows that minute of a day, in milliseconds since 1970; null where it skips it. */
export type DayClock = (minute: number) => number | null;

const minuteMs = 60_000;
const minutesADay = 1440;

/**
 * The clock on the wall of a zone on one day, from its start to the next one's. Of a minute that comes twice in autumn the
 * first pass counts. A day without a change of the clock is counted in plain numbers: asking the zone for each of ten
 * thousand minutes takes seconds.
 *
 * @param change The zone's first change after the start, in milliseconds since 1970.
 */
export function dayClock(
  start: Temporal.ZonedDateTime,
  next: Temporal.ZonedDateTime,
  change: number,
): DayClock {
  const [midnight, end] = [start.epochMilliseconds, next.epochMilliseconds];
  if (change >= end && end - midnight === minutesADay * minuteMs) {
    return (minute) => midnight + minute * minuteMs;
  }
  const [day, zone] = [start.toPlainDate(), start.timeZoneId];
  return (minute) => {
    const wall = day.toPlainDateTime().add({ minutes: minute });
    const shown = wall.toZonedDateTime(zone, { disambiguation: 'earlier' });
    return shown.toPlainDateTime().equals(wall) ? shown.epochMilliseconds : null;
  };
}

/** 'HH:MM' or 'HH:MM:SS'; '24:00' is the midnight at the end of the day. */
export function minuteOfDay(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return Math.min(hours * 60 + minutes, minutesADay);
}
