import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isLoincCode, isMistyped, isNpi, isSnomedCode } from '#lib/terminology/check-digits';

const digits = (length: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((all) => all.join(''));

/** The one number among ten that its check digit confirms. */
const confirmed = (before: string, check: (code: string) => boolean, sign = '') =>
  Array.from({ length: 10 }, (_, digit) => `${before}${sign}${digit}`).filter(check);

const schemes: [string, (code: string) => boolean, fc.Arbitrary<string>, string][] = [
  ['LOINC', isLoincCode, fc.integer({ min: 1, max: 9_999_999 }).map(String), '-'],
  ['SNOMED CT', isSnomedCode, digits(8).map((all) => `1${all}`), ''],
  ['NPI', isNpi, digits(8).map((all) => `1${all}`), ''],
];

describe.each(schemes)('%s', (_, check, bodies, sign) => {
  it('has one check digit for each number', () => {
    fc.assert(fc.property(bodies, (body) => confirmed(body, check, sign).length === 1));
  });

  it('finds one wrong digit', () => {
    fc.assert(
      fc.property(bodies, fc.nat(), fc.integer({ min: 1, max: 9 }), (body, at, more) => {
        const [right = ''] = confirmed(body, check, sign);
        // The first digit of some has a meaning of its own.
        const place = 1 + (at % (body.length - 1 || 1));
        fc.pre(place < body.length);
        const wrong = (Number(right[place]) + more) % 10;
        return !check(`${right.slice(0, place)}${wrong}${right.slice(place + 1)}`);
      }),
    );
  });
});

it('SNOMED CT finds every two neighbours that are swapped', () => {
  fc.assert(
    fc.property(digits(8), fc.integer({ min: 1, max: 7 }), (body, at) => {
      const [right = ''] = confirmed(`1${body}`, isSnomedCode);
      fc.pre(right[at] !== right[at + 1]);
      const swapped = `${right.slice(0, at)}${right[at + 1]}${right[at]}${right.slice(at + 2)}`;
      return !isSnomedCode(swapped);
    }),
  );
});

it.each([
  [isLoincCode, '4548-4', '4548-5'],
  [isLoincCode, '10834-0', '10834-1'],
  [isLoincCode, '718-7', '7187'],
  [isSnomedCode, '91935009', '91935008'],
  [isSnomedCode, '716186003', '716186030'],
  [isSnomedCode, '38341003', '83341003'],
  [isNpi, '1234567893', '1234567894'],
  [isNpi, '1245319599', '3245319599'],
])('%o takes %s and not %s', (check, right, wrong) => {
  expect([check(right), check(wrong)]).toEqual([true, false]);
});

it('only a system with a check digit calls a code mistyped', () => {
  expect(isMistyped('http://loinc.org', '4548-5')).toBe(true);
  expect(isMistyped('http://loinc.org', 'LA33-6')).toBe(false);
  expect(isMistyped('http://loinc.org', 'X9999-0')).toBe(true);
  expect(isMistyped('http://snomed.info/sct', '91935008')).toBe(true);
  expect(isMistyped('urn:own', '1')).toBe(false);
  expect(isMistyped('constructor', '1')).toBe(false);
});
