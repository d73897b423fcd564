import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  holdsOwnWords,
  type PasswordFault,
  passwordFaults,
  passwordRules,
} from '#lib/domain/password-policy';

describe('the classic profile', () => {
  it.each<[string, PasswordFault[]]>([
    ['Correct.Horse7', []],
    ['Aa1!Aa1!Aa1!', []],
    ['Aa1!Aa1!Aa1', ['too_short']],
    ['', ['too_short', 'no_upper', 'no_lower', 'no_digit', 'no_special']],
    ['correct.horse7', ['no_upper']],
    ['CORRECT.HORSE7', ['no_lower']],
    ['Correct.Horse.', ['no_digit']],
    ['CorrectHorse77', ['no_special']],
    ['Correct-Horse_7', ['no_special']],
    ['Correct Horse 7', ['no_special']],
    ["Correct'Horse;7", ['no_special']],
    ['Ärger über 1 & 2', []],
    ['Correct.Horse7\u0000', ['control']],
    ['Correct.Horse7\ud800', ['control']],
    [`Aa1!${'a'.repeat(124)}`, []],
    [`Aa1!${'a'.repeat(125)}`, ['too_long']],
  ])('finds in %j %j', (password, faults) => {
    expect(passwordFaults(password)).toEqual(faults);
  });

  it.each([...'!@#$%^&*(),.?":{}|<>'])('takes %s for a special character', (sign) => {
    expect(passwordFaults(`CorrectHorse7${sign}`)).toEqual([]);
  });

  it('takes no other ASCII sign for one', () => {
    const listed = '!@#$%^&*(),.?":{}|<>';
    const others = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).filter(
      (sign) => !listed.includes(sign),
    );
    for (const sign of others) expect(passwordFaults(`CorrectHorse7${sign}`), sign).toEqual(['no_special']);
  });

  it('counts code points of the composed form', () => {
    expect(passwordFaults('Aa1!😀😀😀😀😀😀😀😀')).toEqual([]);
    expect(passwordFaults('Aa1!😀😀😀😀😀😀😀')).toEqual(['too_short']);
    expect(passwordFaults(`Aa1!${'e\u0301'.repeat(7)}`)).toEqual(['too_short']);
    expect(passwordFaults(`Aa1!${'e\u0301'.repeat(124)}`)).toEqual([]);
  });
});

describe('the nist profile', () => {
  it.each<[string, PasswordFault[]]>([
    ['a wet dog sings low', []],
    ['fourteen chars', ['too_short']],
    ['Correct Horse Battery Staple', ['common']],
    ['PasswordPassword', ['common']],
    ['abcabcabcabcabcabc', ['common']],
    ['aaaaaaaaaaaaaaaa', ['common']],
    ['12345', ['too_short']],
    ['a wet dog sings\u0007', ['control']],
  ])('finds in %j %j', (password, faults) => {
    expect(passwordFaults(password, 'nist')).toEqual(faults);
  });

  it('asks for no composition', () => {
    const faults = passwordRules.nist.map(({ fault }) => fault);
    expect(faults).toEqual(['too_short', 'common', 'too_long', 'control']);
  });
});

describe('own words', () => {
  it.each([
    ['ingrid-halvorsen', true],
    ['MediSecure-Halvorsen', true],
    ['halvorsen1234567', true],
    ['halvorsen and eight more', false],
    ['a wet dog sings low', false],
    ['ing-quiet-river-1', false],
  ])('make up %s: %s', (password, made) => {
    expect(holdsOwnWords(password, 'ingrid.halvorsen@example.org')).toBe(made);
  });
});

it('answers any text, however long, with faults of its profile', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.constantFrom('classic', 'nist'),
      (text, profile) => {
        const known = passwordRules[profile].map(({ fault }) => fault);
        for (const fault of passwordFaults(text, profile)) expect(known).toContain(fault);
      },
    ),
  );
});

it('is not slowed down by a hostile text', () => {
  const start = process.hrtime.bigint();
  passwordFaults(`${'ab'.repeat(60_000)}c`, 'nist');
  expect(Number(process.hrtime.bigint() - start) / 1e6).toBeLessThan(500);
});
