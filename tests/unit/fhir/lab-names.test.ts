import { describe, expect, it } from 'vitest';
import { labKey, labKeys, loincCodes } from '#lib/fhir/lab-names';
import messages from '#messages/en.json';

describe('plain names of tests', () => {
  it('has words for each, and no words for none', () => {
    expect(Object.keys(messages.labs).sort()).toEqual([...labKeys].sort());
  });

  it('goes by LOINC only', () => {
    expect(labKey({ code: '4548-4', code_system: 'http://loinc.org' })).toBe('hba1c');
    expect(labKey({ code: '4548-4', code_system: 'http://local' })).toBeNull();
    expect(labKey({ code_system: 'http://loinc.org' })).toBeNull();
  });

  it('has a right check digit in every code (LOINC, mod 10)', () => {
    const checked = (code: string) => {
      const [number = '', digit] = code.split('-');
      const odd = [...number]
        .reverse()
        .map((one, place) => (place % 2 === 0 ? Number(one) * 2 : Number(one)));
      const sum = odd
        .join('')
        .split('')
        .reduce((total, one) => total + Number(one), 0);
      return String((10 - (sum % 10)) % 10) === digit;
    };
    expect(loincCodes().filter((code) => !checked(code))).toEqual([]);
  });
});
