import { describe, expect, it } from 'vitest';
import { nextFor, paths, safeNext, withQuery } from '#lib/platform/paths';

describe('safeNext', () => {
  it('lets paths below a portal through', () => {
    for (const next of ['/patient', '/doctor/patients/1?q=a', '/admin/audit', '/account/security']) {
      expect(safeNext(next)).toBe(next);
    }
  });

  it.each([
    'https://evil.example/patient',
    '//evil.example/patient',
    '/\\evil.example',
    '/patient//evil.example',
    '/patient\\..\\evil',
    '/patients-of-mine',
    '/sign-in',
    '/patient\n/x',
    'javascript:alert(1)',
    '',
    null,
  ])('refuses %j', (next) => {
    expect(safeNext(next)).toBeUndefined();
  });
});

it('never lets an id become a second segment', () => {
  expect(paths.patient.record('../../admin')).toBe('/patient/records/..%2F..%2Fadmin');
});

it('leaves out query values that are not set', () => {
  expect(withQuery('/x', { a: undefined, b: null, c: '', d: 0, e: 'ö&' })).toBe('/x?d=0&e=%C3%B6%26');
});

it.each([
  ['patient', '/patient/visits', '/patient/visits'],
  ['patient', '/account/security', '/account/security'],
  ['patient', '/doctor', '/patient'],
  ['admin', undefined, '/admin'],
] as const)('leads a %s who wanted %s to %s', (role, next, address) => {
  expect(nextFor(role, next)).toBe(address);
});
