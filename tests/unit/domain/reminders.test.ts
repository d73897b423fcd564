import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  defaultReminders,
  isReminderDue,
  isTooQuiet,
  type ReminderKind,
  reminderKinds,
  reminderMoments,
  reminderWording,
} from '#lib/domain/reminders';

const instant = (text: string) => Temporal.Instant.from(text);
const quiet = { quiet_from: defaultReminders.quiet_from, quiet_to: defaultReminders.quiet_to };
const never = { quiet_from: '00:00', quiet_to: '00:00' };

const dueAt = (kind: ReminderKind, startsAt: string, zone = 'Europe/London', hours = quiet) =>
  reminderMoments(kind, { startsAt: instant(startsAt), zone, quiet: hours }).due.toString();

const isDue = (kind: ReminderKind, now: string, more: { startsAt?: string; timedAt?: string } = {}) => {
  const { startsAt = '2026-03-20T11:00:00Z', timedAt = '2026-03-01T09:00:00Z' } = more;
  const visit = { startsAt: instant(startsAt), timedAt: instant(timedAt), zone: 'Europe/London', quiet };
  return isReminderDue(kind, visit, instant(now));
};

describe('a reminder is due', () => {
  it('seven days, one day and two hours before', () => {
    expect(reminderKinds.map((kind) => dueAt(kind, '2026-03-20T11:00:00Z'))).toEqual([
      '2026-03-13T11:00:00Z',
      '2026-03-19T11:00:00Z',
      '2026-03-20T09:00:00Z',
    ]);
  });

  it('at the same time of the day across a change of the clocks; two hours are two hours', () => {
    // London: an hour forward on 29 March 2026, one back on 25 October; Lord Howe: half an hour on 4 October.
    expect(dueAt('week', '2026-03-30T09:00:00Z')).toBe('2026-03-23T10:00:00Z');
    expect(dueAt('day', '2026-03-29T09:00:00Z')).toBe('2026-03-28T10:00:00Z');
    expect(dueAt('day', '2026-10-25T10:00:00Z')).toBe('2026-10-24T09:00:00Z');
    expect(dueAt('hours', '2026-03-29T02:30:00Z', 'Europe/London', never)).toBe('2026-03-29T00:30:00Z');
    expect(dueAt('day', '2026-10-04T00:00:00Z', 'Australia/Lord_Howe')).toBe('2026-10-03T00:30:00Z');
  });

  it('where the quiet hours are over, by the clock of the reader', () => {
    expect(dueAt('day', '2026-03-20T07:00:00Z')).toBe('2026-03-19T08:00:00Z');
    expect(dueAt('week', '2026-03-20T22:30:00Z')).toBe('2026-03-14T08:00:00Z');
    // Four in the morning in New York: they wait until eight there, which is noon in London.
    expect(dueAt('day', '2026-03-20T08:00:00Z', 'America/New_York')).toBe('2026-03-19T12:00:00Z');
    // The night is an hour shorter: eight o'clock all the same.
    expect(dueAt('day', '2026-03-30T05:00:00Z')).toBe('2026-03-29T07:00:00Z');
  });

  it('before the quiet hours begin, where two hours before the visit lies in them', () => {
    expect(dueAt('hours', '2026-03-20T09:30:00Z')).toBe('2026-03-19T20:45:00Z');
    expect(dueAt('hours', '2026-03-20T10:00:00Z')).toBe('2026-03-20T08:00:00Z');
    expect(dueAt('hours', '2026-03-20T22:30:00Z')).toBe('2026-03-20T20:30:00Z');
    expect(dueAt('hours', '2026-03-20T23:30:00Z')).toBe('2026-03-20T20:45:00Z');
  });

  it('before quiet hours that end on the day of the visit, of which it says that it is tomorrow', () => {
    const evenings = { quiet_from: '18:00', quiet_to: '08:00' };
    expect(dueAt('day', '2026-03-20T19:00:00Z', 'UTC', evenings)).toBe('2026-03-19T17:45:00Z');
    expect(dueAt('day', '2026-03-20T23:30:00Z')).toBe('2026-03-19T20:45:00Z');
    expect(dueAt('day', '2026-03-20T07:30:00Z', 'UTC', evenings)).toBe('2026-03-19T08:00:00Z');
    expect(dueAt('week', '2026-03-20T19:00:00Z', 'UTC', evenings)).toBe('2026-03-14T08:00:00Z');
  });

  it('at any hour where it is never quiet, and around noon where it is quiet at noon', () => {
    expect(dueAt('day', '2026-03-20T03:00:00Z', 'UTC', never)).toBe('2026-03-19T03:00:00Z');
    const noon = { quiet_from: '12:00', quiet_to: '14:00' };
    expect(dueAt('day', '2026-03-20T13:00:00Z', 'UTC', noon)).toBe('2026-03-19T14:00:00Z');
    expect(dueAt('day', '2026-03-20T14:00:00Z', 'UTC', noon)).toBe('2026-03-19T14:00:00Z');
    expect(dueAt('hours', '2026-03-20T15:00:00Z', 'UTC', noon)).toBe('2026-03-20T11:45:00Z');
  });
});

describe('now', () => {
  it('is from the moment on, until it says nothing that helps', () => {
    const at = (kind: ReminderKind, ...times: string[]) => times.map((now) => isDue(kind, now));
    expect(
      at(
        'week',
        '2026-03-13T10:59:59Z',
        '2026-03-13T11:00:00Z',
        '2026-03-14T10:59:59Z',
        '2026-03-14T11:00:00Z',
      ),
    ).toEqual([false, true, true, false]);
    expect(
      at(
        'day',
        '2026-03-19T10:59:59Z',
        '2026-03-19T11:00:00Z',
        '2026-03-20T08:59:59Z',
        '2026-03-20T09:00:00Z',
      ),
    ).toEqual([false, true, true, false]);
    expect(
      at(
        'hours',
        '2026-03-20T08:59:59Z',
        '2026-03-20T09:00:00Z',
        '2026-03-20T10:59:59Z',
        '2026-03-20T11:00:00Z',
      ),
    ).toEqual([false, true, true, false]);
  });

  it('is never in the quiet hours, even where it was due before them', () => {
    expect(['20:59:59', '21:00:00', '23:59:00'].map((time) => isDue('day', `2026-03-19T${time}Z`))).toEqual([
      true,
      false,
      false,
    ]);
    expect(['07:59:59', '08:00:00'].map((time) => isDue('day', `2026-03-20T${time}Z`))).toEqual([
      false,
      true,
    ]);
    const early = { startsAt: '2026-03-20T08:30:00Z' };
    expect(isDue('hours', '2026-03-19T20:50:00Z', early)).toBe(true);
    expect(isDue('hours', '2026-03-19T21:10:00Z', early)).toBe(false);
    expect(isDue('hours', '2026-03-20T08:10:00Z', early)).toBe(true);
  });

  it('is not for a kind whose moment had passed when the visit was given its time', () => {
    const day = (timedAt: string) => isDue('day', '2026-03-19T15:00:00Z', { timedAt });
    expect([day('2026-03-19T10:59:59Z'), day('2026-03-19T11:00:00Z'), day('2026-03-19T14:00:00Z')]).toEqual([
      true,
      false,
      false,
    ]);
    // Booked in the evening for the morning: the two hours' one would have gone out before that.
    const evening = { startsAt: '2026-03-20T08:30:00Z', timedAt: '2026-03-19T20:50:00Z' };
    expect(isDue('hours', '2026-03-20T08:10:00Z', evening)).toBe(false);
    // Booked within the night that the day's one waits for: its moment had come before.
    const night = { startsAt: '2026-03-20T06:00:00Z', timedAt: '2026-03-19T06:30:00Z' };
    expect(isDue('day', '2026-03-19T08:00:00Z', night)).toBe(false);
  });
});

describe('what is said', () => {
  const said = (kind: ReminderKind, now: string, zone = 'Europe/London') => {
    const visit = { startsAt: instant('2026-03-20T11:00:00Z'), zone, quiet };
    const { words, trueUntil } = reminderWording(kind, visit, instant(now));
    return [words, trueUntil.toString()];
  };

  it('is tomorrow until the day begins by the clock of the reader, and then no more', () => {
    expect(said('day', '2026-03-19T11:00:00Z')).toEqual(['day', '2026-03-20T00:00:00Z']);
    expect(said('day', '2026-03-19T23:59:59Z')).toEqual(['day', '2026-03-20T00:00:00Z']);
    expect(said('day', '2026-03-20T00:00:00Z')).toEqual(['hours', '2026-03-20T11:00:00Z']);
    expect(said('day', '2026-03-20T00:00:00Z', 'America/New_York')).toEqual(['day', '2026-03-20T04:00:00Z']);
  });

  it('is in a week for a day, and soon until it begins', () => {
    expect(said('week', '2026-03-13T11:00:00Z')).toEqual(['week', '2026-03-14T11:00:00Z']);
    expect(said('hours', '2026-03-20T09:00:00Z')).toEqual(['hours', '2026-03-20T11:00:00Z']);
  });
});

it('quiet hours have fourteen hours at most', () => {
  const hours = (quiet_from: string, quiet_to: string) => isTooQuiet({ quiet_from, quiet_to });
  expect([
    hours('21:00', '08:00'),
    hours('20:00', '10:00'),
    hours('08:00', '22:00'),
    hours('00:00', '00:00'),
  ]).toEqual([false, false, false, false]);
  expect([hours('20:00', '10:01'), hours('08:00', '22:01'), hours('08:00', '07:59')]).toEqual([
    true,
    true,
    true,
  ]);
});
