import { createElement, type ReactElement } from 'react';
import { expect, it, vi } from 'vitest';
import { CalendarHelp } from '#components/appointments/calendar-help';
import type { MovableVisit } from '#components/appointments/visit';
import { WeekVisit } from '#components/appointments/week-visit';
import { markupOf } from '../../harness/drawn';

const pressed = vi.hoisted(() => ({ push: (_href: string) => {}, refresh: () => {} }));
vi.mock('next/navigation', async (original) => ({
  ...(await original<typeof import('next/navigation')>()),
  useRouter: () => pressed,
}));
// In a browser the keys act, whatever was chosen before.
vi.mock('#components/appointments/use-single-keys', () => ({
  useSingleKeys: () => ({ on: false, turn() {} }),
}));

const markup = (element: ReactElement) => markupOf(element);

const steps = { previousHref: '/before', todayHref: '/now', nextHref: '/after', day: '2026-03-24' };

it.each([
  ['day', 'day before or after'],
  ['week', 'days beside, then weeks'],
] as const)('says what the arrows do in the %s', (view, words) => {
  expect(markup(createElement(CalendarHelp, { view, ...steps }))).toContain(`<dd>${words}</dd>`);
});

it('has its switch and the button that names the keys at every width, also where they are off', () => {
  const html = markup(createElement(CalendarHelp, { view: 'day', ...steps }));
  const shown = html.slice(html.indexOf('</dl>'), html.indexOf('<dialog'));
  expect(shown).toMatch(/<input type="checkbox".*These keys act.*<button type="button".*Keys<\/button>/);
  expect(shown).not.toMatch(/class="(?:[^"]* )?hidden/);
});

it.each([
  ['scheduled', undefined],
  ['arrived', 'Arrived'],
  ['in_progress', 'In progress'],
  ['completed', 'Done'],
] as const)('a short visit in the week that is %s says so by a mark: %s', (state, label) => {
  const visit: MovableVisit = {
    id: 'v',
    scheduled_at: '2026-03-24T09:00:00Z',
    ends_at: '2026-03-24T09:10:00Z',
    status: 'scheduled',
    state,
    mode: 'in_person',
    service_name: null,
    service_colour: null,
    room_name: null,
    confirmed_at: null,
    overbooked: false,
    questions: 'none',
    patient_id: 'p',
    patient_name: 'Elsa',
    patient_birth_date: null,
    patient_sex: null,
    doctor_name: 'B',
    clinic_name: null,
    notes: null,
    can: { move: { allowed: false, reason: null } },
  };
  const place = { hour: 9, minute: 0, length: 10, column: 0, columns: 1, date: '2026-03-24' };
  const html = markup(createElement(WeekVisit, { visit, ...place, zone: 'UTC', href: '/v', moveHref: '/m' }));
  expect(/<svg[^>]*aria-label="([^"]*)"/.exec(html)?.[1]).toBe(label);
  // The words on the second line are seen alone: the mark has told them.
  expect(html.includes(`<span aria-hidden="true">${label}</span>`)).toBe(label !== undefined);
});
