import { expect, it } from 'vitest';
import { bookingWeek } from '#components/appointments/booking-week';
import { daySteps } from '#components/appointments/day-steps';
import { dateInput } from '#lib/domain/date-input';

const today = '2026-11-25';
const clock = { now: '2026-11-25T12:00:00Z', zone: 'Europe/London' };

it.each(['0000-01-01', '0001-01-01', '1899-12-31', '9999-12-31', '2999-12-31', '2026-02-30', 'x', undefined])(
  'an address that wishes for %s gets today',
  (wished) => {
    expect([daySteps(today, wished).day, bookingWeek(clock, wished).from]).toEqual([today, today]);
  },
);

it.each(['1900-01-01', '2899-12-31'])(
  'every date that a page asks for on %s is one that an operation takes',
  (wished) => {
    const { day, after } = daySteps(today, wished);
    const { from, later } = bookingWeek(clock, wished);
    expect(day).toBe(wished);
    for (const date of [day, after, from, later]) expect(dateInput.safeParse(date).success).toBe(true);
  },
);

it('a week begins with today where the visit is to be, also where its reader’s clock shows the next day already', () => {
  const evening = '2026-03-02T20:00:00Z';
  expect(bookingWeek({ now: evening, zone: 'Europe/London' }, undefined).from).toBe('2026-03-02');
  expect(bookingWeek({ now: evening, zone: 'Pacific/Auckland' }, undefined).from).toBe('2026-03-03');
  expect(bookingWeek({ now: evening, zone: 'Europe/London' }, '2026-03-02').day).toBe('2026-03-02');
});
