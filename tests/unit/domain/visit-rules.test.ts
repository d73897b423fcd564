import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import type { AppointmentStatus } from '#lib/domain/appointments';
import { cancelRefusal, completeRefusal, moveRefusal, noteRefusal } from '#lib/domain/visit-rules';

const visit = (status: AppointmentStatus) => ({
  status,
  scheduled_at: Temporal.Instant.from('2026-03-03T23:30:00Z'),
  zone: 'Europe/Paris', // there it is 4 March already
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
