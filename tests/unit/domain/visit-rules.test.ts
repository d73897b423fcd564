import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { canBecome, type VisitState, visitStates } from '#lib/domain/appointments';
import {
  arriveRefusal,
  cancelRefusal,
  closesAt,
  completeRefusal,
  joinRefusal,
  moveRefusal,
  noShowRefusal,
  noteRefusal,
  startRefusal,
  undoRefusal,
} from '#lib/domain/visit-rules';

const visit = (status: VisitState) => ({
  status,
  scheduled_at: Temporal.Instant.from('2026-03-03T23:30:00Z'),
  ends_at: Temporal.Instant.from('2026-03-04T00:00:00Z'),
  zone: 'Europe/Paris', // there it is 4 March already
  mode: 'in_person' as const,
  change_notice_minutes: 0,
});
const at = (time: string) => Temporal.Instant.from(time);
const before = at('2026-03-03T23:29:59Z');
const begun = at('2026-03-03T23:30:00Z');

it.each([
  [cancelRefusal, 'scheduled', 'patient', before, null],
  [cancelRefusal, 'scheduled', 'patient', begun, 'already_begun'],
  [cancelRefusal, 'scheduled', 'staff', begun, null],
  [cancelRefusal, 'completed', 'staff', begun, 'already_ended'],
  [cancelRefusal, 'cancelled', 'patient', before, 'already_ended'],
  [moveRefusal, 'scheduled', 'patient', before, null],
  [moveRefusal, 'scheduled', 'patient', begun, 'already_begun'],
  [moveRefusal, 'scheduled', 'staff', begun, null],
  [moveRefusal, 'completed', 'staff', before, 'already_ended'],
  [completeRefusal, 'scheduled', 'patient', begun, 'not_permitted'],
  [completeRefusal, 'scheduled', 'staff', at('2026-03-03T22:59:59Z'), 'not_yet'],
  [completeRefusal, 'scheduled', 'staff', at('2026-03-03T23:00:00Z'), null],
  [completeRefusal, 'scheduled', 'staff', at('2026-03-09T00:00:00Z'), null],
  [completeRefusal, 'cancelled', 'staff', begun, 'already_ended'],
  [startRefusal, 'arrived', 'staff', at('2026-03-03T22:59:59Z'), 'not_yet'],
  [startRefusal, 'arrived', 'staff', at('2026-03-03T23:00:00Z'), null],
  [startRefusal, 'completed', 'staff', begun, 'already_ended'],
  [startRefusal, 'arrived', 'patient', begun, 'not_permitted'],
  [noShowRefusal, 'scheduled', 'staff', before, 'not_yet'],
  [noShowRefusal, 'scheduled', 'staff', begun, null],
  [noShowRefusal, 'in_progress', 'staff', begun, 'already_ended'],
  [noShowRefusal, 'scheduled', 'patient', begun, 'not_permitted'],
  [arriveRefusal, 'scheduled', 'staff', at('2026-03-03T22:59:59Z'), 'not_yet'],
  [arriveRefusal, 'scheduled', 'staff', at('2026-03-03T23:00:00Z'), null],
  [arriveRefusal, 'no_show', 'staff', at('2026-03-04T09:00:00Z'), null],
  [arriveRefusal, 'scheduled', 'patient', at('2026-03-03T22:29:59Z'), 'not_yet'],
  [arriveRefusal, 'scheduled', 'patient', at('2026-03-03T22:30:00Z'), null],
  [arriveRefusal, 'scheduled', 'patient', at('2026-03-04T00:00:00Z'), null],
  [arriveRefusal, 'scheduled', 'patient', at('2026-03-04T00:00:01Z'), 'too_late'],
  [arriveRefusal, 'arrived', 'patient', begun, 'already_ended'],
  [arriveRefusal, 'no_show', 'patient', begun, 'already_ended'],
] as const)('%o of a %s visit by %s', (refusal, status, side, now, expected) => {
  expect(refusal(visit(status), side, now)).toBe(expected);
});

it.each([
  ['scheduled', 'patient', 'patient', before, null],
  ['scheduled', 'patient', 'staff', before, 'not_yet'],
  ['scheduled', 'staff', 'staff', before, null],
  ['scheduled', 'staff', 'patient', before, 'not_permitted'],
  ['scheduled', 'patient', 'patient', begun, 'already_begun'],
  ['scheduled', 'patient', 'staff', begun, null],
  ['completed', 'patient', 'patient', before, 'already_ended'],
  ['completed', 'patient', 'staff', before, null],
  ['cancelled', 'patient', 'patient', before, 'already_ended'],
  ['cancelled', 'staff', 'staff', begun, 'already_ended'],
] as const)(
  'the note of a %s visit that %s booked, written by %s',
  (status, booked_as, side, now, expected) => {
    expect(noteRefusal({ ...visit(status), booked_as, noted_as: null }, side, now)).toBe(expected);
  },
);

it.each([
  ['staff', 'patient', 'not_permitted'],
  ['staff', 'staff', null],
  ['patient', 'staff', 'not_yet'],
  ['patient', 'patient', null],
] as const)(
  'what %s have noted is theirs before the visit, whoever booked it: written by %s',
  (noted_as, side, expected) => {
    for (const booked_as of ['patient', 'staff'] as const)
      expect(noteRefusal({ ...visit('scheduled'), booked_as, noted_as }, side, before)).toBe(expected);
  },
);

it('nobody checks in for a visit by video; staff may note that somebody is there', () => {
  const video = { ...visit('scheduled'), mode: 'video' as const };
  expect(arriveRefusal(video, 'patient', begun)).toBe('not_permitted');
  expect(arriveRefusal(video, 'staff', begun)).toBeNull();
});

const online = (status: VisitState = 'scheduled') => ({
  ...visit(status),
  ...{ mode: 'video' as const, clinic_video_url: 'https://video.example.org', is_own: true },
});

it.each([
  [online(), 'patient', at('2026-03-03T23:14:59Z'), 'not_yet'],
  [online(), 'patient', at('2026-03-03T23:15:00Z'), null],
  [online('arrived'), 'patient', begun, null],
  [online('in_progress'), 'patient', at('2026-03-03T23:59:59Z'), null],
  // It ends at midnight, and may last longer: half an hour, two hours once it has begun.
  [online(), 'patient', at('2026-03-04T00:29:59Z'), null],
  [online('arrived'), 'patient', at('2026-03-04T00:30:00Z'), 'already_ended'],
  [online('in_progress'), 'patient', at('2026-03-04T01:59:59Z'), null],
  [online('in_progress'), 'staff', at('2026-03-04T01:59:59Z'), null],
  [online('in_progress'), 'patient', at('2026-03-04T02:00:00Z'), 'already_ended'],
  [online('cancelled'), 'patient', begun, 'already_ended'],
  [online('no_show'), 'staff', begun, 'already_ended'],
  [online('completed'), 'staff', begun, 'already_ended'],
  [online(), 'staff', begun, null],
  [{ ...online(), is_own: false }, 'staff', begun, 'not_permitted'],
  [{ ...online(), mode: 'in_person' as const }, 'patient', begun, 'not_permitted'],
  [{ ...online(), clinic_video_url: null }, 'patient', begun, 'not_permitted'],
] as const)('a visit by video is joined around its time: %o by %s', (each, side, now, expected) => {
  expect(joinRefusal(each, side, now)).toBe(expected);
});

it('a visit that has been started early is the staff\u2019s to note', () => {
  const started = { ...visit('in_progress'), booked_as: 'patient' as const, noted_as: null };
  expect(noteRefusal(started, 'staff', before)).toBeNull();
  expect(noteRefusal(started, 'patient', before)).toBe('already_begun');
});

const changed = (status: VisitState, is_canceller = false, is_arriver = false) => ({
  ...visit(status),
  previous_status: 'scheduled' as const,
  status_since: at('2026-03-03T23:30:00Z'),
  is_canceller,
  is_arriver,
});
const inTime = at('2026-03-03T23:40:00Z');

it('the last change is taken back for ten minutes, by staff, and a cancellation by whoever made it', () => {
  expect(undoRefusal(changed('arrived'), 'staff', inTime)).toBeNull();
  expect(undoRefusal(changed('arrived'), 'staff', at('2026-03-03T23:40:00.001Z'))).toBe('too_late');
  expect(undoRefusal({ ...changed('arrived'), previous_status: null }, 'staff', inTime)).toBe('too_late');
  expect(undoRefusal(changed('cancelled', true), 'staff', inTime)).toBeNull();
  expect(undoRefusal(changed('cancelled'), 'staff', inTime)).toBe('not_permitted');
  expect(undoRefusal(changed('cancelled', true), 'patient', inTime)).toBe('not_permitted');
  expect(undoRefusal(changed('arrived'), 'patient', inTime)).toBe('not_permitted');
  expect(undoRefusal(changed('arrived', false, true), 'patient', inTime)).toBeNull();
  expect(undoRefusal(changed('arrived', false, true), 'patient', at('2026-03-03T23:40:00.001Z'))).toBe(
    'too_late',
  );
});

it('what a booking gave closes at once, or once nothing can be taken back any more', () => {
  expect(closesAt(visit('scheduled'), 'cancelled', 'patient', begun).toString()).toBe(begun.toString());
  expect(closesAt(visit('scheduled'), 'cancelled', 'staff', begun).toString()).toBe(inTime.toString());
  expect(closesAt(visit('scheduled'), 'no_show', 'staff', begun).toString()).toBe('2026-03-04T23:00:00Z');
  const late = at('2026-03-09T10:00:00Z');
  expect(closesAt(visit('scheduled'), 'no_show', 'staff', late).toString()).toBe('2026-03-09T10:10:00Z');
});

it('goes on from one state to these alone', () => {
  const on = visitStates.map((from) => [from, visitStates.filter((to) => canBecome(from, to)).join(' ')]);
  expect(Object.fromEntries(on)).toEqual({
    scheduled: 'arrived in_progress completed cancelled no_show',
    arrived: 'in_progress completed cancelled no_show',
    in_progress: 'completed',
    completed: '',
    cancelled: '',
    no_show: 'arrived',
  });
});
