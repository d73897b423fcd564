import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { newId } from '#lib/platform/ids';
import type { UserActor } from '#lib/policy/actor';
import { assuranceRefusal } from '#lib/policy/assurance';
import { effectiveScopes } from '#lib/policy/scopes';

const signedIn = Temporal.Instant.from('2026-03-01T09:00:00Z');
const after = (seconds: number) => signedIn.add({ seconds });

function actor(more: Partial<UserActor>): UserActor {
  return {
    kind: 'user',
    user_id: newId('users'),
    session_id: newId('sessions'),
    door: 'portal',
    role: 'patient',
    scopes: [],
    patient_id: null,
    practitioner_id: null,
    assurance: 'aal1',
    authenticated_at: signedIn,
    second_factor_at: null,
    has_confirmed_factor: false,
    ...more,
  };
}

const doctor = { role: 'doctor' } as const;
const enrolled = { has_confirmed_factor: true, second_factor_at: signedIn } as const;

it.each([
  ['a patient with a password', {}, 'none', 'aal2', 0, undefined],
  ['a doctor with a password', doctor, 'none', 'aal2', 0, 'mfa_enrolment_required'],
  ['a doctor with a password, enrolling', doctor, 'none', 'aal1', 0, undefined],
  [
    'an old password session of an enrolled doctor',
    { ...doctor, ...enrolled },
    'none',
    'aal2',
    0,
    'insufficient_user_authentication',
  ],
  ['a doctor with both', { ...doctor, ...enrolled, assurance: 'aal2' }, 'none', 'aal2', 9999, undefined],
  ['a fresh sign-in', {}, 'recent', 'aal2', 299, undefined],
  ['a stale sign-in', {}, 'recent', 'aal2', 300, 'insufficient_user_authentication'],
  [
    'a fresh sign-in, but the factor was not asked',
    { has_confirmed_factor: true },
    'recent',
    'aal1',
    1,
    'insufficient_user_authentication',
  ],
] as const)('%s', (_name, more, stepUp, assurance, seconds, expected) => {
  expect(assuranceRefusal({ stepUp, assurance }, actor(more), after(seconds))?.code).toBe(expected);
});

it('never gives a session more than the role of its owner', () => {
  expect(effectiveScopes('patient', ['write:records', 'admin:users', 'read:records', 'nonsense'])).toEqual([
    'read:records',
  ]);
});
