import { expect, it } from 'vitest';
import { type ClashView, goingWithAll } from '#components/hours/clash';

const visit: ClashView = {
  ...{ id: 'v', scheduled_at: '2026-03-03T10:00:00Z', created_at: '2026-03-01T09:00:00Z' },
  ...{ patient_name: 'Elsa Vargas', state: 'scheduled', overbooked: false },
  can: { cancel: { allowed: true, reason: null } },
};
/** In a leave that was written down on the second of March, and others at other moments. */
const goes = (more: Partial<ClashView>, others: string[] = []) => {
  const clashes = [{ ...visit, ...more }];
  const leave = { created_at: '2026-03-02T09:00:00Z', clashes };
  const absences = [leave, ...others.map((created_at) => ({ created_at, clashes }))];
  return goingWithAll(leave, absences).length === 1;
};

it('a visit in a leave is called off with the others, unless somebody has decided on it', () => {
  expect(goes({})).toBe(true);
  expect(goes({ state: 'arrived' })).toBe(false);
  expect(goes({ can: { cancel: { allowed: false, reason: 'not_permitted' } } })).toBe(false);
});

it('what was booked beside another is called off too, but not what was booked into the leave on purpose', () => {
  expect(goes({ overbooked: true })).toBe(true);
  expect(goes({ overbooked: true, created_at: '2026-03-02T09:30:00Z' })).toBe(false);
  // Before this leave, and into one that was there by then.
  expect(goes({ overbooked: true }, ['2026-02-28T09:00:00Z'])).toBe(false);
  // Somebody who was booking while the leave was written down.
  expect(goes({ created_at: '2026-03-02T09:30:00Z' })).toBe(true);
});
