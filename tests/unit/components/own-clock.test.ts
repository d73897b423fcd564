import { createElement } from 'react';
import { expect, it } from 'vitest';
import { CancelQuestion } from '#components/appointments/cancel-question';
import { CheckIn } from '#components/appointments/check-in';
import { JoinVisit } from '#components/appointments/join-visit';
import { LinkedVisit } from '#components/appointments/linked-visit';
import type { DayVisit } from '#components/appointments/visit';
import { VisitList } from '#components/appointments/visit-list';
import { LinkedOffer } from '#components/waiting/linked-offer';
import { OfferedTime } from '#components/waiting/offered-time';
import { OwnWaits } from '#components/waiting/own-waits';
import { WaitForm } from '#components/waiting/wait-form';
import { textOf } from '../../harness/drawn';

const at = '2026-01-12T09:00:00Z';
const window = { from: at, until: '2026-01-12T09:30:00Z' };
const no = { allowed: false, reason: 'not_yet' } as const;
const visit = {
  ...{ id: 'v', scheduled_at: at, ends_at: window.until, zone: 'Europe/London', notes: null },
  ...{ status: 'scheduled', state: 'scheduled', doctor_name: 'Dr Okafor', clinic_name: 'Northgate' },
  ...{ mode: 'in_person', check_in: window, join: window, confirmed_at: null },
  can: { arrive: no, undo: no, join: no },
} satisfies DayVisit & Record<string, unknown>;
const offer: Parameters<typeof OfferedTime>[0]['offer'] = {
  ...{ id: 'o', doctor_name: 'Dr Okafor', clinic_name: 'Northgate', scheduled_at: at, zone: 'Europe/London' },
  ...{ mode: 'in_person', expires_at: '2026-01-05T10:00:00Z' },
};
const wait: Parameters<typeof OwnWaits>[0]['waits'][number] = {
  ...{
    id: 'w',
    doctor_name: 'Dr Okafor',
    clinic_name: null,
    speciality: null,
    service_name: null,
    mode: null,
  },
  ...{ from: '2026-01-05', until: '2026-01-11', parts: [], visit_at: at, visit_zone: 'Europe/London' },
  ...{ state: 'waiting', created_at: '2026-01-04T09:00:00Z', offer: null },
};
const action = async () => ({ status: 'idle' as const });
const asked = { visit, action, effect: 'The time is free again.' };

it.each([
  ['joining', (ownZone: string | null) => createElement(JoinVisit, { visit, ownZone, href: '/join' })],
  [
    'arriving',
    (ownZone: string | null) =>
      createElement(CheckIn, { visit, ownZone, say: action, undo: action, explains: true }),
  ],
  [
    'the question before cancelling',
    (ownZone: string | null) => createElement(CancelQuestion, { ...asked, ownZone, keepHref: '/keep' }),
  ],
  [
    'what is waited for',
    (ownZone: string | null) =>
      createElement(OwnWaits, {
        ...{ waits: [wait], zone: 'Europe/London', ownZone, now: at, actions: null },
      }),
  ],
  [
    'what is offered',
    (ownZone: string | null) =>
      createElement(OfferedTime, {
        ...{
          offer,
          wait: { visit_at: null, visit_zone: null },
          ownZone,
          now: at,
          action: undefined,
        },
      }),
  ],
])('%s tells the time by the clock that its reader has chosen, with that of the clinic', (_, shown) => {
  expect(textOf(shown('Asia/Tokyo'))).toMatch(/18:00.*09:00 at the clinic \(Europe\/London\)/);
  expect(textOf(shown(null))).toContain('09:00');
  expect(textOf(shown(null))).not.toContain('18:00');
});

it('a visit that somebody did not come to is told so in their list', () => {
  const missed = { ...visit, status: 'cancelled' as const, state: 'no_show' as const };
  const list = createElement(VisitList<typeof missed>, {
    ...{ visits: [missed], ownZone: null, hrefOf: () => '/visit' },
  });
  expect(textOf(list)).toContain('Did not attend');
  expect(textOf(list)).not.toContain('Cancelled');
});

const can = { cancel: { allowed: true, reason: null }, move: { allowed: false, reason: null } };
const linkedVisit = (ownZone: string | null, mode: 'in_person' | 'video' = 'in_person') =>
  textOf(
    createElement(LinkedVisit, {
      visit: {
        ...{ scheduled_at: at, zone: 'Europe/London', own_zone: ownZone, mode, confirmed: false },
        ...{
          clinic_name: 'Northgate',
          clinic_phone: null,
          earlier: null,
          later: '2026-01-19',
          days: [],
          can,
        },
      },
      asked: { token: 't', from: undefined, day: undefined, at: undefined, cancel: false },
      ...{ cancel: action, move: action, confirm: action },
    }),
  );
const linkedOffer = (ownZone: string | null) =>
  textOf(
    createElement(LinkedOffer, {
      offer: {
        ...{ scheduled_at: at, zone: 'Europe/London', own_zone: ownZone, mode: 'in_person' },
        ...{ clinic_name: 'Northgate', expires_at: '2026-01-05T10:00:00Z' },
        ...{ visit_at: '2026-01-14T09:00:00Z', visit_zone: 'America/New_York' },
      },
      ...{ token: 't', action },
    }),
  );

it.each([
  ['visit', linkedVisit],
  ['offer', linkedOffer],
])('the page of a mailed %s names the zone by whose clock it tells the time', (_, shown) => {
  expect(shown('Asia/Tokyo')).toMatch(
    /18:00.*09:00 at the clinic \(Europe\/London\).*those of Asia\/Tokyo\./,
  );
  expect(shown(null)).toMatch(/09:00.*those of Europe\/London\./);
});

it('the page of a mailed offer tells the visit that it replaces by the clock of that visit, which it names', () => {
  expect(linkedOffer(null)).toContain('your visit on Wednesday 14 January, 04:00 (America/New_York)');
  expect(linkedOffer('Asia/Tokyo')).toContain('your visit on Wednesday 14 January, 18:00');
});

it('the page of a mailed visit says that it is by video, and with whom', () => {
  expect(linkedVisit(null, 'video')).toContain('By video with Northgate.');
  expect(linkedVisit(null)).not.toContain('video');
});

it('whoever joins a waiting list reads that silence ends it', () => {
  const form = createElement(WaitForm, { action, start: {} });
  expect(textOf(form)).toContain('If two offers go unanswered, you leave the list.');
});
