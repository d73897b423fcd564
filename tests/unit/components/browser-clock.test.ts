import { createElement, type ReactElement } from 'react';
import { expect, it, vi } from 'vitest';
import { BookingReview } from '#components/appointments/booking-review';
import { CancelQuestion } from '#components/appointments/cancel-question';
import { CheckIn } from '#components/appointments/check-in';
import { JoinVisit } from '#components/appointments/join-visit';
import { LinkedVisit } from '#components/appointments/linked-visit';
import { NextVisit } from '#components/appointments/next-visit';
import { PartClock } from '#components/appointments/part-clock';
import { VisitDetail } from '#components/appointments/visit-detail';
import { VisitList } from '#components/appointments/visit-list';
import { LinkedOffer } from '#components/waiting/linked-offer';
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
const window = { from: at, until: '2026-01-12T10:30:00Z' };
const [no, yes] = [{ allowed: false, reason: 'not_yet' } as const, { allowed: true, reason: null }];
const action = async () => ({ status: 'idle' as const });
const visitAt = (zone: string) => ({
  ...{ id: 'v', scheduled_at: at, ends_at: window.until, zone, notes: null, mode: 'video' as const },
  ...{ status: 'scheduled' as const, state: 'scheduled' as const, doctor_name: 'Dr Okafor' },
  ...{ clinic_name: 'Northgate', service_name: null, room_name: null },
  ...{ check_in: window, join: window, confirmed_at: null },
  can: { arrive: no, undo: no, join: no, cancel: yes },
});
type Shown = (zone: string, ownZone: string | null) => ReactElement;
const question = { action, effect: 'The time is free again.', keepHref: '/keep' };
const link = { href: '/visits', label: 'Visits' };

const shown: [string, Shown][] = [
  [
    'the page of a visit',
    (zone, ownZone) =>
      createElement(VisitDetail, { visit: visitAt(zone), ownZone, done: undefined, back: link }),
  ],
  [
    'the list',
    (zone, ownZone) =>
      createElement(VisitList<ReturnType<typeof visitAt>>, {
        ...{ visits: [visitAt(zone)], ownZone, hrefOf: () => '/visit' },
      }),
  ],
  ['the home', (zone, ownZone) => createElement(NextVisit, { visit: visitAt(zone), ownZone, now: at })],
  ['joining', (zone, ownZone) => createElement(JoinVisit, { visit: visitAt(zone), ownZone, href: '/join' })],
  [
    'arriving',
    (zone, ownZone) =>
      createElement(CheckIn, { visit: visitAt(zone), ownZone, say: action, undo: action, explains: true }),
  ],
  [
    'the question before cancelling',
    (zone, ownZone) => createElement(CancelQuestion, { visit: visitAt(zone), ownZone, ...question }),
  ],
  [
    'the review before booking',
    (zone, ownZone) =>
      createElement(BookingReview, {
        ...{ who: { term: 'Doctor', name: 'Dr Okafor' }, clinicName: null, zone, ownZone, action },
        ...{ slot: { starts_at: at, ends_at: window.until }, notesHint: '' },
        draft: { form: 'visit.book', values: null, discard: action },
      }),
  ],
  ...(['cancel', 'move'] as const).map((about): [string, Shown] => [
    `the question of a mailed link before it is to ${about}`,
    (zone, own_zone) =>
      createElement(LinkedVisit, {
        visit: {
          ...{ scheduled_at: at, zone, own_zone, mode: 'video', confirmed: false, clinic_name: 'Northgate' },
          ...{ clinic_phone: null, earlier: null, later: '2026-01-19', can: { cancel: yes, move: yes } },
          days: [{ date: '2026-01-12', slots: [{ starts_at: at }] }],
        },
        asked: {
          ...{ token: 't', from: undefined, day: '2026-01-12', at: about === 'move' ? at : undefined },
          cancel: about === 'cancel',
        },
        ...{ cancel: action, move: action, confirm: action },
      }),
  ]),
  [
    'the page of a mailed offer',
    (zone, own_zone) =>
      createElement(LinkedOffer, {
        offer: {
          ...{ scheduled_at: at, zone, own_zone, mode: 'in_person', clinic_name: 'Northgate' },
          ...{ expires_at: at, visit_at: null, visit_zone: null },
        },
        ...{ token: 't', action },
      }),
  ],
];

it.each(shown)('%s says whose clock it is by to somebody in Berlin who has chosen none', (_, of) => {
  const text = textOf(of('Europe/London', null));
  expect(text).toContain('10:00');
  expect(text).toContain('Mon 11:00 your time; shown is the clock of the clinic (Europe/London)');
});

it.each(shown)('%s says nothing of clocks that agree', (_, of) => {
  expect(textOf(of('Europe/Berlin', null))).not.toMatch(/your time|clock of the clinic/);
  expect(textOf(of('Europe/London', 'Europe/Berlin'))).not.toContain('your time');
});

it('staff read by the clock of the clinic, wherever their browser is', () => {
  const visit = visitAt('Europe/London');
  const pages = [
    createElement(VisitDetail, { visit, done: undefined, back: link }),
    createElement(JoinVisit, { visit, href: '/join' }),
    createElement(CancelQuestion, { visit, ...question }),
  ];
  for (const page of pages) expect(textOf(page)).not.toContain('your time');
});

it('a morning is told to be the clinic’s where the reader’s is another', () => {
  const told = (zone: string, ownZone: string | null) =>
    textOf(createElement(PartClock, { doctors: [{ doctor: { zone } }], now: at, ownZone }));
  for (const ownZone of [null, 'Asia/Tokyo'])
    expect(told('Europe/London', ownZone)).toContain('by the clock of the clinic');
  expect(told('Europe/Berlin', null).trim()).toBe('');
  expect(told('Europe/London', 'Europe/Lisbon').trim()).toBe('');
  const doctors = ['Europe/Berlin', 'Europe/London'].map((zone) => ({ doctor: { zone } }));
  const both = createElement(PartClock, { doctors, now: at, ownZone: null });
  expect(textOf(both)).toContain('by the clock of the clinic');
});
