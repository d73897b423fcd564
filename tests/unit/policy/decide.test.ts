import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { newId } from '#lib/platform/ids';
import type { UserActor } from '#lib/policy/actor';
import { decide } from '#lib/policy/decide';
import { type Role, roles } from '#lib/policy/roles';
import { scopes, scopesOfRole } from '#lib/policy/scopes';
import { type Relation, relations, type Subject } from '#lib/policy/subject';

const now = Temporal.Instant.from('2026-03-01T09:00:00Z');

function actor(role: Role, more: Partial<UserActor> = {}): UserActor {
  return {
    kind: 'user',
    user_id: newId('users'),
    session_id: newId('sessions'),
    door: 'api',
    role,
    scopes: scopesOfRole[role],
    patient_id: null,
    practitioner_id: null,
    assurance: 'aal2',
    authenticated_at: now,
    second_factor_at: now,
    has_confirmed_factor: true,
    ...more,
  };
}

const chart = (relation: Relation): Subject => ({ type: 'chart', patient_id: newId('patients'), relation });
const outcome = (...args: Parameters<typeof decide>) => {
  const decision = decide(...args);
  return decision.allowed ? 'allowed' : decision.error;
};

describe('charts', () => {
  it.each([
    ['patient', 'read:records', 'self', 'allowed'],
    ['patient', 'read:records', 'carer_chart', 'allowed'],
    ['patient', 'read:records', 'carer', 'allowed'],
    ['patient', 'read:records', 'carer_appointments', 'forbidden'],
    ['patient', 'read:appointments', 'carer_appointments', 'allowed'],
    ['patient', 'write:appointments', 'carer_appointments', 'allowed'],
    ['patient', 'write:appointments', 'carer_chart', 'forbidden'],
    ['patient', 'write:appointments', 'carer', 'allowed'],
    ['patient', 'write:profile', 'self', 'allowed'],
    ['patient', 'write:profile', 'carer', 'allowed'],
    ['patient', 'write:records', 'self', 'forbidden'],
    ['patient', 'write:appointments', 'self', 'allowed'],
    ['doctor', 'read:records', 'treating', 'allowed'],
    ['doctor', 'write:records', 'treating', 'allowed'],
    ['doctor', 'write:records', 'consulting', 'allowed'],
    ['doctor', 'write:records', 'self', 'forbidden'],
    ['doctor', 'write:records', 'carer', 'forbidden'],
    ['doctor', 'write:profile', 'treating', 'forbidden'],
    ['admin', 'admin:users', 'none', 'not_found'],
    ['admin', 'read:profile', 'treating', 'not_found'],
  ] as const)('a %s with %s and relation %s: %s', (role, permission, relation, expected) => {
    expect(outcome(actor(role), permission, chart(relation))).toBe(expected);
  });

  it('does not exist without a relation, whatever role and permission', () => {
    const every = fc.tuple(fc.constantFrom(...roles), fc.constantFrom(...scopes));
    fc.assert(
      fc.property(every, ([role, permission]) => {
        expect(outcome(actor(role, { scopes }), permission, chart('none'))).toBe('not_found');
      }),
    );
  });

  it('lets nobody but a doctor write records, even with every scope', () => {
    const every = fc.tuple(fc.constantFrom('patient', 'admin'), fc.constantFrom(...relations));
    fc.assert(
      fc.property(every, ([role, relation]) => {
        expect(outcome(actor(role as Role, { scopes }), 'write:records', chart(relation))).not.toBe(
          'allowed',
        );
      }),
    );
  });
});

describe('accounts', () => {
  const own = actor('patient');
  const ownAccount: Subject = { type: 'account', user_id: own.user_id };
  const another: Subject = { type: 'account', user_id: newId('users') };

  it.each([
    ['their own', own, 'write:profile', ownAccount, 'allowed'],
    ["another's", own, 'read:profile', another, 'not_found'],
    ["another's as an admin", actor('admin'), 'admin:users', another, 'allowed'],
    ["another's as an admin who reads", actor('admin'), 'read:profile', another, 'allowed'],
    [
      "another's as an admin who would act as its owner",
      actor('admin'),
      'write:profile',
      another,
      'forbidden',
    ],
    [
      "another's with a token without admin:users",
      actor('admin', { scopes: ['read:profile'] }),
      'read:profile',
      another,
      'not_found',
    ],
  ] as const)('%s', (_name, who, permission, subject, expected) => {
    expect(outcome(who, permission, subject)).toBe(expected);
  });
});

describe('clinic, own rows and actors without a person', () => {
  it.each([
    [actor('admin'), 'admin:system', { type: 'clinic' }, 'allowed'],
    [actor('patient'), 'read:appointments', { type: 'clinic' }, 'allowed'],
    [actor('doctor'), 'read:records', { type: 'clinic' }, 'forbidden'],
    [actor('doctor'), 'admin:system', { type: 'clinic' }, 'forbidden'],
    [actor('doctor'), 'read:records', { type: 'own' }, 'allowed'],
    [actor('admin'), 'read:records', { type: 'own' }, 'forbidden'],
    [actor('admin'), 'admin:users', { type: 'own' }, 'forbidden'],
    [{ kind: 'anonymous' }, 'read:profile', { type: 'own' }, 'not_found'],
    [{ kind: 'system', job: 'import' }, 'write:records', chart('none'), 'allowed'],
    [{ kind: 'system', job: 'relay' }, 'read:records', chart('none'), 'forbidden'],
  ] as const)('%#', (who, permission, subject, expected) => {
    expect(outcome(who, permission, subject)).toBe(expected);
  });
});
