import { expect, it } from 'vitest';
import { ownAddress } from '#lib/auth/portal/own-address';

const base = 'https://clinic.example';

it.each(['/patient/visits?day=2026-03-02', 'https://clinic.example/doctor'])('goes to %s', (target) => {
  expect(ownAddress(target, base)).toBe(new URL(target, base).href);
});

it.each([
  'https://evil.example',
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  'javascript:alert(1)',
  'data:text/html,x',
  'https://clinic.example@evil.example/',
  'https://user:password@clinic.example/',
  'https://clinic.example.evil.example/',
  'http://clinic.example/',
  'https://clinic.example:8443/',
  '/a\r\nSet-Cookie: x=1',
  'https://[',
])('goes home instead of %j', (target) => {
  expect(ownAddress(target, base)).toBe(base);
});
