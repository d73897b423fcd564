import { expect, it } from 'vitest';
import { provesTwoFactors } from '#lib/domain/authentication-methods';

it.each([
  [['mfa'], true],
  [['pwd', 'otp'], true],
  [['hwk', 'pin'], true],
  [['otp'], false],
  [['hwk', 'hwk'], false],
  [['pwd'], false],
  [['pwd', 'sms'], false],
  [[], false],
])('%j proves two factors: %s', (methods, proven) => {
  expect(provesTwoFactors(methods)).toBe(proven);
});
