import { expect, it } from 'vitest';
import { nextProtectionStep } from '#lib/domain/account-protection';

const well = {
  passwordState: 'checked',
  factors: 2,
  strongFactors: 1,
  recoveryCodesLeft: 0,
  newDevices: 0,
} as const;

it.each([
  [
    'a password that is known to others comes before all',
    { passwordState: 'breached', factors: 0 },
    'change_password',
  ],
  ['a password alone is too little', { factors: 0, newDevices: 3 }, 'add_factor'],
  ['codes alone are no factor', { factors: 0, recoveryCodesLeft: 10 }, 'add_factor'],
  ['a phone number can be taken over', { strongFactors: 0, recoveryCodesLeft: 1 }, 'add_passkey'],
  ['a phone number alone comes before codes on paper', { factors: 1, strongFactors: 0 }, 'add_passkey'],
  ['one phone can be lost', { factors: 1, newDevices: 1 }, 'make_recovery_codes'],
  ['one phone and codes on paper are enough', { factors: 1, recoveryCodesLeft: 1 }, 'none'],
  ['two factors are enough', {}, 'none'],
  ['a new device is looked at last', { newDevices: 1 }, 'check_devices'],
  ['a check that could not be made asks nothing of the owner', { passwordState: 'unchecked' }, 'none'],
] as const)('%s', (_name, change, step) => {
  expect(nextProtectionStep({ ...well, ...change })).toBe(step);
});
