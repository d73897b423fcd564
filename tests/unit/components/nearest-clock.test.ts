import { createElement, type ReactElement } from 'react';
import { expect, it, vi } from 'vitest';
import { BookingReview } from '#components/appointments/booking-review';
import { OtherTime } from '#components/appointments/other-time';
import { SlotButtons } from '#components/appointments/slot-buttons';
import { VisitChangeQuestion } from '#components/appointments/visit-change-question';
import { FormContext } from '#components/form/form-context';
import { textOf } from '../../harness/drawn';

// The browser’s clock is asked once the page is there; here it is one in Berlin.
vi.mock(import('#components/appointments/own-time'), async (original) => {
  const { differingTime } = await original();
  const OwnTime: typeof import('#components/appointments/own-time').OwnTime = ({ label, ...clocks }) => {
    const time = differingTime({ ...clocks, ownZone: clocks.ownZone ?? 'Europe/Berlin' });
    return time ? createElement('span', {}, label.replace('{time}', time)) : null;
  };
  return { differingTime, OwnTime };
});

const at = '2026-01-12T10:00:00Z';

// A form whose time another has just taken.
vi.mock('#components/form/form', () => ({
  Form: ({ children }: { children: ReactElement }) => {
    const nearest = [{ value: at, label: 'Monday 12 January, 10:00', zone: 'Europe/London' }];
    const errors = [{ path: '', code: 'slot_taken', message: '' }];
    const state = { status: 'error' as const, errors, nearest };
    return createElement(FormContext, { value: { state, formId: 'form' } }, children);
  },
}));

const action = async () => ({ status: 'idle' as const });
const [slot, zone] = [{ starts_at: at, ends_at: '2026-01-12T10:30:00Z' }, 'Europe/London'];
const review = {
  ...{ who: { term: 'Doctor', name: 'Dr Okafor' }, clinicName: null, slot, zone, action, notesHint: '' },
  draft: { form: 'visit.book', values: null, discard: action },
};

type Shown = (ownZone: string | null) => ReactElement;
const shown: [string, Shown][] = [
  [
    'among free times',
    (ownZone) => createElement(SlotButtons, { id: 'times', slots: [], zone, ownZone, action }),
  ],
  ['in the review', (ownZone) => createElement(BookingReview, { ...review, ownZone })],
  [
    'where a visit is moved',
    (ownZone) =>
      createElement(VisitChangeQuestion, { about: 'move', when: '', ownZone, action, keepHref: '/keep' }),
  ],
];

it.each(shown)('the nearest times %s are told by the reader’s own clock too', (_, of) => {
  expect(textOf(of(null))).toContain('Monday 12 January, 10:00 Mon 11:00 your time');
  expect(textOf(of('Asia/Tokyo'))).toContain('Monday 12 January, 10:00 Mon 19:00 your time');
  expect(textOf(of('Europe/Lisbon'))).not.toContain('your time');
});

it('staff read the nearest times by the clock of the clinic', () => {
  for (const page of [
    createElement(BookingReview, review),
    createElement(OtherTime, { date: '2026-01-12', action }),
  ]) {
    expect(textOf(page)).toContain('Monday 12 January, 10:00');
    expect(textOf(page)).not.toContain('your time');
  }
});
