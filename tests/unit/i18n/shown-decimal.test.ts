import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareDecimals } from '#lib/domain/decimal';
import { formatter } from '#lib/i18n/format';
import { shownDecimal } from '#lib/i18n/shown-decimal';

const { measured } = formatter('en', 'Europe/London');

describe('showing a measured value', () => {
  it.each([
    ['168.2761313965216', '168.3'],
    ['-0.00012345678', '-0.0001235'],
    ['99.99999999', '100.00'],
    ['1234567.891', '1,234,568'],
    ['1234567', '1,234,567'],
    ['5.41800', '5.41800'],
    ['1.50', '1.50'],
    ['-0.00', '-0.00'],
    ['0.000012', '0.000012'],
    ['0.00000049', '0.00000049'],
    ['1.6827613139652160e-7', '1.683e-7'],
    ['1.23456789e7', '1.2345679e7'],
    ['9007199254740993', '9,007,199,254,740,993'],
    ['12345678901234567890.5', '12,345,678,901,234,567,891'],
    ['0.0000000000000000000000012', '0.0000000000000000000000012'],
    ['007', '007'],
    ['not detected', 'not detected'],
  ])('%s as %s', (text, shown) => expect(measured(text)).toBe(shown));

  it('gives every digit of a number that no float holds', () => {
    expect(measured('7'.repeat(400)).replaceAll(',', '')).toBe('7'.repeat(400));
  });

  it('never moves a value to another side of a limit that stands beside it', () => {
    expect(measured('1234.5678', ['1234.5', '1234.6'])).toBe('1,234.57');
    expect(measured('5.10000004', ['3.5', '5.1'])).toBe('5.10000004');
    expect(measured('168.2761313965216', ['90', '200'])).toBe('168.3');
    const decimal = fc
      .tuple(fc.nat(99_999), fc.stringMatching(/^[0-9]{1,12}$/))
      .map(([whole, fraction]) => `${whole}.${fraction}`);
    fc.assert(
      fc.property(decimal, decimal, (value, limit) => {
        const shown = shownDecimal(value, [limit]);
        expect(compareDecimals(shown, limit)).toBe(compareDecimals(value, limit));
      }),
    );
  });
});
