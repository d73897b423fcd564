import { expect, it } from 'vitest';
import { dayCounts } from '#components/appointments/day-counts';
import { nextVisitOf, pageByArrow } from '#components/appointments/next-by-arrow';
import { weekDays, weekOf, weekRange } from '#components/appointments/week-days';

const visit = (id: string, from: string, to: string, more = {}) => ({
  id,
  scheduled_at: from,
  ends_at: to,
  status: 'scheduled' as const,
  state: 'scheduled' as const,
  mode: 'in_person' as const,
  service_name: null,
  service_colour: null,
  room_name: null,
  confirmed_at: null,
  overbooked: false,
  questions: 'none' as const,
  patient_id: 'a',
  patient_name: 'A',
  patient_birth_date: null,
  patient_sex: null,
  doctor_name: 'B',
  clinic_name: null,
  notes: null,
  ...more,
});

it('a week begins on Monday, whichever of its days is asked for', () => {
  for (const date of ['2026-03-23', '2026-03-29']) {
    expect(weekOf('2026-01-01', date)).toMatchObject({ before: '2026-03-16', after: '2026-03-30' });
  }
  expect(weekOf('2026-03-25', 'no date').days).toEqual(weekOf('2026-03-25', undefined).days);
});

it('a week in which the clocks go forward has 167 hours', () => {
  const { days } = weekOf('2026-03-25', undefined);
  expect(weekRange(days, 'Europe/London')).toEqual({
    from: '2026-03-23T00:00:00Z',
    to: '2026-03-29T23:00:00Z',
  });
});

it('places visits by the clock of the site, and leaves out what does not take place', () => {
  const visits = [
    visit('late', '2026-03-29T17:32:00Z', '2026-03-29T17:53:00Z'),
    visit('off', '2026-03-24T09:00:00Z', '2026-03-24T09:30:00Z', { status: 'cancelled' }),
    visit('beside', '2026-03-24T06:00:00Z', '2026-03-24T06:20:00Z', { overbooked: true }),
  ];
  const { week, first, last } = weekDays(weekOf('2026-03-25', undefined).days, visits, 'Europe/London', []);
  expect(week[6]?.visits).toMatchObject([{ hour: 18, minute: 30, length: 25 }]);
  expect(week[1]).toMatchObject({ hasLane: true, visits: [{ hour: 6, minute: 0, length: 20 }] });
  expect([first, last]).toEqual([6, 19]);
});

it('visits whose times overlap stand side by side, none over another, and short ones take the height that they are drawn with', () => {
  const day = (id: string, from: string, to: string, more = {}) =>
    visit(id, `2026-03-24T${from}:00Z`, `2026-03-24T${to}:00Z`, more);
  const visits = [
    day('missed', '09:00', '09:30', { state: 'no_show' }),
    day('again', '09:00', '09:20'),
    day('third', '09:20', '09:40'),
    day('on purpose', '09:00', '09:20', { overbooked: true }),
    day('alone', '10:00', '10:05'),
    day('right after', '10:10', '10:30'),
    day('later', '11:00', '11:30'),
  ];
  const { week } = weekDays(weekOf('2026-03-25', undefined).days, visits, 'Europe/London', []);
  const places = week[1]?.visits.map(({ visit: { id }, column, columns }) => `${id} ${column}/${columns}`);
  expect(places).toEqual([
    'missed 0/2',
    'again 1/2',
    'third 1/2',
    'on purpose 0/1',
    'alone 0/2',
    'right after 1/2',
    'later 0/1',
  ]);
});

it('of more than four at one time the rest lie over the last', () => {
  const visits = Array.from({ length: 6 }, (_, index) =>
    visit(String(index), '2026-03-24T09:00:00Z', '2026-03-24T09:20:00Z'),
  );
  const { week } = weekDays(weekOf('2026-03-25', undefined).days, visits, 'Europe/London', []);
  expect(week[1]?.visits.map(({ column, columns }) => `${column}/${columns}`)).toEqual([
    '0/4',
    '1/4',
    '2/4',
    '3/4',
    '3/4',
    '3/4',
  ]);
});

it('shows closed time as far as the grid goes, a whole day from top to bottom', () => {
  const closed = (date: string, kind: 'break' | 'holiday' | 'leave', from: string, to: string) => ({
    ...{ date, kind, name: null, starts_at: `${from}Z`, ends_at: `${to}Z` },
  });
  const { week } = weekDays(weekOf('2026-03-25', undefined).days, [], 'Europe/London', [
    closed('2026-03-23', 'holiday', '2026-03-23T00:00:00', '2026-03-24T00:00:00'),
    closed('2026-03-24', 'break', '2026-03-24T12:00:00', '2026-03-24T12:47:00'),
    closed('2026-03-25', 'leave', '2026-03-25T19:00:00', '2026-03-26T00:00:00'),
    // The clocks go forward: by them it is from ten to midnight.
    closed('2026-03-29', 'leave', '2026-03-29T09:00:00', '2026-03-29T23:00:00'),
  ]);
  const marks = week.map((day) =>
    day.closed.map(({ hour, minute, till, rest }) => `${hour}:${minute} ${till}:${rest}`).join(),
  );
  expect(marks).toEqual(['8:0 20:0', '12:0 12:45', '19:0 20:0', '', '', '', '10:0 20:0']);
});

it('shows the hours in which the doctor sees people, and no less than from eight to six', () => {
  const shown = (offered: { starts: string; ends: string }[]) => {
    const { first, last } = weekDays(weekOf('2026-03-25', undefined).days, [], 'Europe/London', [], offered);
    return [first, last];
  };
  expect(shown([{ starts: '09:00', ends: '12:00' }])).toEqual([8, 18]);
  const early = { starts: '06:30', ends: '12:00' };
  expect(shown([early, { starts: '14:00', ends: '20:15' }])).toEqual([6, 21]);
  expect(shown([{ starts: '17:00', ends: '24:00' }])).toEqual([8, 24]);
});

it('shows closed time that begins or ends outside of these, and no night for leave of whole days', () => {
  const shown = (from: string, to: string) => {
    const leave = { date: '2026-03-24', kind: 'leave', name: null, starts_at: from, ends_at: to } as const;
    const { first, last } = weekDays(weekOf('2026-03-25', undefined).days, [], 'Europe/London', [leave]);
    return [first, last];
  };
  expect(shown('2026-03-24T00:00:00Z', '2026-03-25T00:00:00Z')).toEqual([8, 18]);
  expect(shown('2026-03-24T00:00:00Z', '2026-03-24T07:00:00Z')).toEqual([6, 18]);
  expect(shown('2026-03-24T05:30:00Z', '2026-03-24T09:00:00Z')).toEqual([5, 18]);
  expect(shown('2026-03-24T18:30:00Z', '2026-03-24T20:00:00Z')).toEqual([8, 20]);
  expect(shown('2026-03-24T16:00:00Z', '2026-03-25T00:00:00Z')).toEqual([8, 18]);
});

it('counts the visits of a day as the week does: what was called off or missed is none', () => {
  const visits = [
    visit('booked', '2026-03-24T09:00:00Z', '2026-03-24T09:30:00Z'),
    visit('seen', '2026-03-24T10:00:00Z', '2026-03-24T10:30:00Z', {
      status: 'completed',
      state: 'completed',
    }),
    visit('off', '2026-03-24T11:00:00Z', '2026-03-24T11:30:00Z', { status: 'cancelled', state: 'cancelled' }),
    visit('missed', '2026-03-24T12:00:00Z', '2026-03-24T12:30:00Z', {
      status: 'cancelled',
      state: 'no_show',
    }),
  ];
  const { week } = weekDays(weekOf('2026-03-25', undefined).days, visits, 'Europe/London', []);
  expect(dayCounts(visits)).toEqual({ total: 2, done: 1 });
  expect(week[1]?.visits).toHaveLength(2);
});

it('arrows lead through time, and to the nearest visit of the next day that has one', () => {
  const spot = (date: string | undefined, top: number) => ({
    dataset: { date },
    getBoundingClientRect: () => ({ top }),
  });
  const [a, b, c, d] = [spot('1', 0), spot('1', 90), spot('3', 10), spot('3', 80)] as const;
  const all = [a, b, c, d];
  expect(nextVisitOf('ArrowDown', all, null)).toBe(a);
  expect(nextVisitOf('ArrowDown', all, b)).toBe(c);
  expect(nextVisitOf('ArrowUp', all, c)).toBe(b);
  expect(nextVisitOf('ArrowUp', all, a)).toBeUndefined();
  expect(nextVisitOf('ArrowRight', all, b)).toBe(d);
  expect(nextVisitOf('ArrowLeft', all, c)).toBe(a);
  expect(nextVisitOf('ArrowRight', all, d)).toBeUndefined();
  expect(nextVisitOf('Enter', all, a)).toBeUndefined();
});

it('arrows to the side lead on to the page before or after, but not while they select text', () => {
  const pages = { previousHref: '/before', nextHref: '/after' };
  const by = (key: string, shiftKey = false) => pageByArrow({ key, shiftKey }, pages);
  expect([by('ArrowLeft'), by('ArrowRight')]).toEqual(['/before', '/after']);
  expect([by('ArrowDown'), by('ArrowLeft', true), by('n')]).toEqual([undefined, undefined, undefined]);
});
