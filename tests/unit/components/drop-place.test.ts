import { expect, it } from 'vitest';
import { dropPlace } from '#components/appointments/drop-place';

// From 8 to 18 o'clock at 60 pixels an hour: a quarter takes 15.
const column = (date: string, left: number) => ({
  date,
  box: { left, right: left + 100, top: 200, height: 600 },
});
const week = [column('2026-03-02', 0), column('2026-03-03', 100)];
const at = (x: number, y: number) => {
  const place = dropPlace(week, { first: 8, last: 18 }, { x, y });
  return place && `${place.date} ${place.time} ${place.top}`;
};

it.each([
  ['the top of a day', 0, 200, '2026-03-02 08:00 200'],
  ['the nearest quarter before', 99, 267, '2026-03-02 09:00 260'],
  ['the nearest quarter after', 100, 268, '2026-03-03 09:15 275'],
  ['what is held above the grid', 50, -90, '2026-03-02 08:00 200'],
  ['what is held below it', 50, 5000, '2026-03-02 17:45 785'],
  ['beside the days', 200, 300, null],
  ['left of them', -1, 300, null],
] as const)('drops at %s', (_name, x, y, expected) => {
  expect(at(x, y)).toBe(expected);
});
