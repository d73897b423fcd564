import { createElement } from 'react';
import { expect, it } from 'vitest';
import { ClosedNotice, closedWithin, movedTo } from '#components/appointments/closed-notice';
import { markupOf } from '../../harness/drawn';

const zone = 'Europe/London';
const visit = { scheduled_at: '2026-03-24T09:00:00Z', ends_at: '2026-03-24T09:30:00Z', zone };
const closed = (kind: 'leave' | 'holiday', from: string, to: string, name: string | null = null) => ({
  ...{ date: '2026-03-30', kind, name, starts_at: from, ends_at: to },
});
// The clocks went forward the day before.
const holiday = closed('holiday', '2026-03-29T23:00:00Z', '2026-03-30T23:00:00Z', 'Town day');
const leave = closed('leave', '2026-03-30T13:00:00Z', '2026-03-30T15:00:00Z');

it('a visit that is moved keeps its length, by the clock of its site', () => {
  expect(movedTo(visit, { date: '2026-03-30', time: '14:00' })).toEqual({
    starts_at: '2026-03-30T13:00:00Z',
    ends_at: '2026-03-30T13:30:00Z',
  });
});

it.each([
  ['13:30', []],
  ['13:45', [leave]],
  ['15:59', [leave]],
  ['16:00', []],
])('at %s it reaches into no other closed time than that', (time, within) => {
  expect(closedWithin([leave], movedTo(visit, { date: '2026-03-30', time }))).toEqual(within);
});

it('says which closed times they are, by name', () => {
  const notice = (list: (typeof leave)[]) => markupOf(createElement(ClosedNotice, { closed: list, zone }));
  expect(notice([holiday, leave])).toMatch(
    /No times are offered then.*<li>Closed: Town day<\/li><li>Leave, 14:00 to 16:00<\/li>/,
  );
  expect(notice([])).toBe('');
});
