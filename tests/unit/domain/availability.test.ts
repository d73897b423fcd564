import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { calendarDays, plainCalendar, type WeeklyHours } from '#lib/domain/availability/calendar';
import { nothingTaken, offerOf, openTimes } from '#lib/domain/availability/openings';
import { takenTime } from '#lib/domain/availability/taken-time';
import type { TimeRange } from '#lib/domain/availability/time-range';

const zones = [
  'Europe/Berlin',
  'America/New_York',
  'America/Sao_Paulo',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Europe/London',
  'America/St_Johns',
  'America/Santiago',
  'Africa/Casablanca',
  'Pacific/Auckland',
];

const date = (text: string) => Temporal.PlainDate.from(text);
const day = (text: string) => ({ first: date(text), last: date(text) });
interface Rule extends WeeklyHours {
  zone: string;
}

const rule = (changes: Partial<Rule> = {}): Rule => ({
  weekday: 7,
  starts: '09:00',
  ends: '11:00',
  slot_minutes: 30,
  break_starts: null,
  break_ends: null,
  in_person: true,
  video: true,
  room_id: null,
  zone: 'Europe/Berlin',
  ...changes,
});

const longAgo = 0;
const spanOf = ({ starts_at, ends_at }: TimeRange) => ({
  starts: Math.floor(Number(starts_at.epochNanoseconds) / 1e9) * 1000,
  ends: Math.ceil(Number(ends_at.epochNanoseconds) / 1e9) * 1000,
});

/** What rules of one zone leave of those days beside what is taken. */
function freeSlots(
  weekly: Rule[],
  dates: { first: Temporal.PlainDate; last: Temporal.PlainDate },
  busy: TimeRange[],
): TimeRange[] {
  const days = calendarDays(dates, weekly[0]?.zone ?? 'UTC');
  const taken = { ...nothingTaken, doctor: takenTime(busy.map(spanOf)) };
  const calendar = { ...plainCalendar, weekly, horizon_days: 100_000 };
  const offer = offerOf(calendar, days, { minutes: null, mode: null });
  return openTimes(offer, taken, longAgo).map(({ starts, ends }) => ({
    starts_at: Temporal.Instant.fromEpochMilliseconds(starts),
    ends_at: Temporal.Instant.fromEpochMilliseconds(ends),
  }));
}

const wall = (slots: TimeRange[], zone: string) =>
  slots.map(({ starts_at }) => starts_at.toZonedDateTimeISO(zone).toPlainTime().toString().slice(0, 5));

/** Every day from 2011 to 2030 on which the zone's clock is moved (Samoa skipped all of 2011-12-30). */
function daysOfChange(zone: string): Temporal.PlainDate[] {
  const days: Temporal.PlainDate[] = [];
  let at: Temporal.ZonedDateTime | null = Temporal.ZonedDateTime.from(`2011-01-01T00:00[${zone}]`);
  while (at && at.year < 2031) {
    at = at.getTimeZoneTransition('next');
    if (at) days.push(at.toPlainDate());
  }
  return days;
}

describe('free slots', () => {
  it('follow the wall clock on an ordinary day', () => {
    const slots = freeSlots([rule()], day('2026-03-22'), []);
    expect(slots.map(({ starts_at, ends_at }) => `${starts_at} ${ends_at}`)).toEqual([
      '2026-03-22T08:00:00Z 2026-03-22T08:30:00Z',
      '2026-03-22T08:30:00Z 2026-03-22T09:00:00Z',
      '2026-03-22T09:00:00Z 2026-03-22T09:30:00Z',
      '2026-03-22T09:30:00Z 2026-03-22T10:00:00Z',
    ]);
  });

  it('stay at nine in the morning when summer time comes', () => {
    const slots = freeSlots([rule()], { first: date('2026-03-22'), last: date('2026-04-05') }, []);
    expect(slots.filter((_, index) => index % 4 === 0).map(({ starts_at }) => String(starts_at))).toEqual([
      '2026-03-22T08:00:00Z',
      '2026-03-29T07:00:00Z',
      '2026-04-05T07:00:00Z',
    ]);
  });

  it('leave out the hour that is skipped', () => {
    const slots = freeSlots([rule({ starts: '01:00', ends: '04:00' })], day('2026-03-29'), []);
    expect(wall(slots, 'Europe/Berlin')).toEqual(['01:00', '01:30', '03:00', '03:30']);
  });

  it('offer the hour that comes twice once', () => {
    const slots = freeSlots([rule({ starts: '01:30', ends: '03:30' })], day('2026-10-25'), []);
    expect(slots.map(({ starts_at }) => String(starts_at))).toEqual([
      '2026-10-24T23:30:00Z',
      '2026-10-25T00:00:00Z',
      '2026-10-25T00:30:00Z',
      '2026-10-25T02:00:00Z',
    ]);
  });

  it('never reach over a skipped hour into the next slot', () => {
    const slots = freeSlots(
      [rule({ starts: '01:15', ends: '05:00', slot_minutes: 50 })],
      day('2026-03-29'),
      [],
    );
    expect(wall(slots, 'Europe/Berlin')).toEqual(['01:15', '03:45']);
  });

  it('offer no slot that does not fit before the end, and fill a day up to midnight', () => {
    expect(freeSlots([rule({ ends: '09:29' })], day('2026-03-22'), [])).toEqual([]);
    const late = freeSlots([rule({ starts: '23:00', ends: '24:00' })], day('2026-03-22'), []);
    expect(wall(late, 'Europe/Berlin')).toEqual(['23:00', '23:30']);
  });

  it('leave out what is busy, to the microsecond', () => {
    const busy = (starts: string, ends: string) => [
      { starts_at: Temporal.Instant.from(starts), ends_at: Temporal.Instant.from(ends) },
    ];
    const free = (taken: TimeRange[]) => wall(freeSlots([rule()], day('2026-03-22'), taken), 'Europe/Berlin');
    expect(free(busy('2026-03-22T08:30Z', '2026-03-22T09:00Z'))).toEqual(['09:00', '10:00', '10:30']);
    expect(free(busy('2026-03-22T08:30Z', '2026-03-22T09:00:00.000001Z'))).toEqual(['09:00', '10:30']);
    expect(free(busy('2026-03-22T08:10Z', '2026-03-22T08:20Z'))).toEqual(['09:30', '10:00', '10:30']);
    expect(free(busy('2026-03-21T00:00Z', '2026-03-23T00:00Z'))).toEqual([]);
  });

  it('of two rules that overlap are offered once', () => {
    const slots = freeSlots(
      [rule(), rule(), rule({ starts: '10:45', ends: '11:45' })],
      day('2026-03-22'),
      [],
    );
    expect(wall(slots, 'Europe/Berlin')).toEqual(['09:00', '09:30', '10:00', '10:30', '11:15']);
  });

  it('are none of a range that ends before it begins, and of a slot without length an error', () => {
    expect(freeSlots([rule()], { first: date('2026-03-22'), last: date('2026-03-21') }, [])).toEqual([]);
    expect(() => freeSlots([rule({ slot_minutes: 0 })], day('2026-03-22'), [])).toThrow(RangeError);
  });
});

describe.each(zones)('on every day on which %s moves its clock', (zone) => {
  const changes = daysOfChange(zone);
  const minutes = fc.integer({ min: 0, max: 24 * 60 });
  const asTime = (minute: number) =>
    `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

  it('slots are in order, apart, exact, and begin when the clock shows what the rule says', () => {
    const anyDay = fc.constantFrom(...changes);
    fc.assert(
      fc.property(anyDay, minutes, minutes, fc.integer({ min: 5, max: 120 }), (on, one, other, length) => {
        const [from, to] = [Math.min(one, other), Math.max(one, other)];
        const rules = [1, 2, 3, 4, 5, 6, 7].map((weekday) =>
          rule({ weekday, starts: asTime(from), ends: asTime(to), slot_minutes: length, zone }),
        );
        const slots = freeSlots(rules, { first: on.subtract({ days: 1 }), last: on.add({ days: 1 }) }, []);
        let before: TimeRange | undefined;
        for (const slot of slots) {
          expect(slot.starts_at.until(slot.ends_at).total('minutes')).toBe(length);
          if (before) expect(Temporal.Instant.compare(before.ends_at, slot.starts_at)).toBeLessThanOrEqual(0);
          const shown = slot.starts_at.toZonedDateTimeISO(zone);
          const minute = shown.hour * 60 + shown.minute;
          expect((minute - from) % length).toBe(0);
          expect(minute >= from && minute + length <= to).toBe(true);
          before = slot;
        }
      }),
      { numRuns: 100 },
    );
  });

  it('a rule for the whole day loses what is skipped and gains nothing', () => {
    const whole = (on: Temporal.PlainDate) =>
      freeSlots(
        [rule({ weekday: on.dayOfWeek, starts: '00:00', ends: '24:00', zone })],
        { first: on, last: on },
        [],
      );
    for (const on of changes) {
      const hours = on.toZonedDateTime(zone).hoursInDay;
      // Samoa has no 30 December 2011: its transition is the first minute of the 31st, a whole day.
      expect(whole(on)).toHaveLength(Math.min(48, hours * 2));
    }
  });
});
