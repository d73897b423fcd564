import { expect, it } from 'vitest';
import { type ClashView, goesWithAll } from '#components/hours/clash';

const visit: ClashView = {
  ...{ id: 'v', scheduled_at: '2026-03-03T10:00:00Z', patient_name: 'Elsa Vargas' },
  ...{ state: 'scheduled', overbooked: false, can: { cancel: { allowed: true, reason: null } } },
};

it('a visit of a leave is called off with the others, unless somebody has decided on it', () => {
  expect(goesWithAll(visit)).toBe(true);
  expect(goesWithAll({ ...visit, state: 'arrived' })).toBe(false);
  expect(goesWithAll({ ...visit, overbooked: true })).toBe(false);
  expect(goesWithAll({ ...visit, can: { cancel: { allowed: false, reason: 'not_permitted' } } })).toBe(false);
});
