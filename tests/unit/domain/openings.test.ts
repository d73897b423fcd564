import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  type Calendar,
  calendarDays,
  plainCalendar,
  type WeeklyHours,
} from '#lib/domain/availability/calendar';
import { nothingTaken, offerOf, openTimes, type Taken, type Wish } from '#lib/domain/availability/openings';
import { takenTime } from '#lib/domain/availability/taken-time';

const zone = 'Europe/London';
const monday = '2026-06-01';
const at = (time: string, day = monday) =>
  Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(zone).epochMilliseconds;
const before = at('00:00', '2026-05-30');

const hours = (changes: Partial<WeeklyHours> = {}): WeeklyHours => ({
  ...{ weekday: 1, starts: '09:00', ends: '12:00', slot_minutes: 30, break_starts: null, break_ends: null },
  ...{ in_person: true, video: true, room_id: null },
  ...changes,
});

interface Case {
  calendar?: Partial<Calendar>;
  wish?: Partial<Wish>;
  taken?: Partial<Taken>;
  now?: number;
  last?: string;
}

function times({ calendar = {}, wish = {}, taken = {}, now = before, last = monday }: Case = {}): string[] {
  const dates = { first: Temporal.PlainDate.from(monday), last: Temporal.PlainDate.from(last) };
  const offer = offerOf({ ...plainCalendar, weekly: [hours()], ...calendar }, calendarDays(dates, zone), {
    minutes: null,
    mode: null,
    ...wish,
  });
  const found = openTimes(offer, { ...nothingTaken, ...taken }, now);
  return found.map(({ date, minute, starts }) => {
    const shown = Temporal.Instant.fromEpochMilliseconds(starts).toZonedDateTimeISO(zone);
    expect(`${date} ${minute}`).toBe(`${shown.toPlainDate()} ${shown.hour * 60 + shown.minute}`);
    return shown.toPlainTime().toString().slice(0, 5);
  });
}

const visit = (from: string, until: string) => ({
  doctor: [{ starts: at(from), ends: at(until) }],
});

describe('the times that are open', () => {
  it('are those of the hours, without their break', () => {
    expect(times()).toEqual(['09:00', '09:30', '10:00', '10:30', '11:00', '11:30']);
    const weekly = [hours({ break_starts: '10:15', break_ends: '10:45' })];
    expect(times({ calendar: { weekly } })).toEqual(['09:00', '09:30', '10:45', '11:15']);
  });

  it('last as long as what one comes for, and begin at each step', () => {
    expect(times({ wish: { minutes: 60 } })).toEqual(['09:00', '09:30', '10:00', '10:30', '11:00']);
    expect(times({ wish: { minutes: 60 }, taken: visit('10:00', '10:30') })).toEqual([
      '09:00',
      '10:30',
      '11:00',
    ]);
  });

  it('are by video or in person as the hours say', () => {
    const weekly = [
      hours({ ends: '10:00', video: false }),
      hours({ starts: '14:00', ends: '15:00', in_person: false }),
    ];
    expect(times({ calendar: { weekly }, wish: { mode: 'video' } })).toEqual(['14:00', '14:30']);
    // By video alone, where the site has no place for it.
    const neither = [hours({ in_person: false, video: false })];
    for (const mode of [null, 'video', 'in_person'] as const)
      expect(times({ calendar: { weekly: neither }, wish: { mode } })).toEqual([]);
    expect(times({ calendar: { weekly }, wish: { mode: 'in_person' } })).toEqual(['09:00', '09:30']);
  });

  it('leave the buffer free on both sides of a visit, and none beside leave', () => {
    const buffered = { buffer_minutes: 15 };
    expect(times({ calendar: buffered, taken: visit('10:00', '10:30') })).toEqual([
      '09:00',
      '11:00',
      '11:30',
    ]);
    const absence = takenTime([{ starts: at('09:00'), ends: at('10:30') }]);
    expect(times({ calendar: buffered, taken: { absence } })).toEqual(['10:30', '11:00', '11:30']);
  });

  it('leave out when the patient or the room is taken', () => {
    const span = takenTime([{ starts: at('09:00'), ends: at('11:00') }]);
    expect(times({ taken: { patient: span } })).toEqual(['11:00', '11:30']);
    const weekly = [hours({ room_id: 'one' })];
    expect(times({ calendar: { weekly }, taken: { rooms: new Map([['one', span]]) } })).toEqual([
      '11:00',
      '11:30',
    ]);
    expect(times({ calendar: { weekly }, taken: { rooms: new Map([['two', span]]) } })).toHaveLength(6);
  });

  it('begin after the lead time and end with the horizon', () => {
    const now = at('09:00');
    expect(times({ calendar: { lead_minutes: 60 }, now })).toEqual(['10:00', '10:30', '11:00', '11:30']);
    expect(times({ now })).not.toContain('09:00');
    expect(times({ calendar: { horizon_days: 1 }, now, last: '2026-06-08' })).toHaveLength(5);
  });

  it('are none once as many visits are booked as the doctor wants in a day', () => {
    const taken = visit('10:00', '10:30');
    expect(times({ calendar: { daily_cap: 2 }, taken })).toHaveLength(5);
    expect(times({ calendar: { daily_cap: 1 }, taken })).toEqual([]);
    expect(times({ calendar: { daily_cap: 1 }, taken, last: '2026-06-08' })).toHaveLength(6);
  });

  it('are those of an override in place of the week’s, or none', () => {
    const other = { ...hours({ starts: '14:00', ends: '15:00' }) };
    expect(times({ calendar: { overrides: [{ day: monday, hours: other }] } })).toEqual(['14:00', '14:30']);
    expect(times({ calendar: { overrides: [{ day: monday, hours: null }] } })).toEqual([]);
    expect(times({ calendar: { overrides: [{ day: '2026-06-02', hours: null }] } })).toHaveLength(6);
  });

  it('stand within the hours of the site, and on no day on which it is closed', () => {
    const opening = [{ weekday: 1, opens: '09:30', closes: '11:00' }];
    expect(times({ calendar: { opening } })).toEqual(['09:30', '10:00', '10:30']);
    expect(times({ calendar: { opening: [{ ...opening[0], weekday: 2 } as (typeof opening)[0]] } })).toEqual(
      [],
    );
    const closed = (first_day: string, last_day: string) => ({ closures: [{ first_day, last_day }] });
    expect(times({ calendar: closed('2026-05-30', monday) })).toEqual([]);
    expect(times({ calendar: closed('2026-05-30', '2026-05-31') })).toHaveLength(6);
  });

  it.each(['UTC', 'America/Los_Angeles', 'Asia/Kolkata', 'Pacific/Auckland'])(
    'are the same where the process runs in %s',
    (place) => {
      const was = process.env.TZ;
      process.env.TZ = place;
      try {
        expect(times()).toEqual(['09:00', '09:30', '10:00', '10:30', '11:00', '11:30']);
      } finally {
        process.env.TZ = was;
      }
    },
  );
});
