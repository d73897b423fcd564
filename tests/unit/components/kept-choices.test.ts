import { createElement, type ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { ReminderChecks } from '#components/account/reminder-checks';
import { TimeChoice } from '#components/appointments/time-choice';
import { FormContext } from '#components/form/form-context';
import type { FormState } from '#components/form/form-state';

const chosenIn = (state: FormState, field: ReactElement) =>
  [
    ...renderToStaticMarkup(createElement(FormContext, { value: { state, formId: 'form' } }, field)).matchAll(
      /<input[^>]*>/g,
    ),
  ]
    .map(([input]) => input)
    .filter((input) => input.includes('checked=""') || input.includes('type="hidden"'))
    .map((input) => /value="([^"]*)"/.exec(input)?.[1]);

const times = ['10:00', '10:30', '11:00'].map((label) => ({
  ...{ value: `2026-01-12T${label}:00Z`, label, zone: 'Europe/London' },
}));
const choice = createElement(TimeChoice, {
  ...{ startsAt: '2026-01-12T09:00:00Z', labels: { legend: 'Choose', none: 'None' } },
});
const refused = (values: Record<string, string>): FormState => ({
  ...{ status: 'error', errors: [{ path: '', code: 'slot_taken', message: '' }], values, nearest: times },
});

it('the time that was chosen is sent until it is refused, then the first of the nearest', () => {
  expect(chosenIn({ status: 'idle' }, choice)).toEqual(['2026-01-12T09:00:00Z']);
  for (const scheduled_at of ['2026-01-12T09:00:00Z', '2026-01-12T09:30:00Z']) {
    expect(chosenIn(refused({ scheduled_at }), choice)).toEqual([times[0]?.value]);
  }
  expect(chosenIn(refused({ scheduled_at: '2026-01-12T10:30:00Z' }), choice)).toEqual([times[1]?.value]);
});

it('reminders that were ticked stay so when the form comes back, and those that were not do not', () => {
  const kinds = ['week', 'day', 'hours'].map((value) => ({ value, label: value }));
  const checks = createElement(ReminderChecks, {
    ...{ name: 'mail_kinds', legend: 'By e-mail', hint: 'When', kinds, chosen: ['day'] },
  });
  const backWith = (mail_kinds: string): FormState => ({ status: 'error', values: { mail_kinds } });
  expect(chosenIn({ status: 'idle', values: {} }, checks)).toEqual(['day']);
  expect(chosenIn(backWith('week hours'), checks)).toEqual(['week', 'hours']);
  expect(chosenIn(backWith(''), checks)).toEqual([]);
});
