import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareDecimals } from '#lib/domain/decimal';
import { computeFlag, flagOf } from '#lib/fhir/interpretation';

describe('decimals', () => {
  it.each([
    ['0.1', '0.10', 0],
    ['0.30', '0.3000000000000000004', -1],
    ['-1.5', '-1.50', 0],
    ['1e3', '1000', 0],
    ['9007199254740993', '9007199254740992', 1],
    ['1', 'one', null],
    ['01', '1', null],
  ])('%s against %s: %s', (left, right, order) => expect(compareDecimals(left, right)).toBe(order));

  it('orders as integers do, at any scale', () => {
    const scaled = (digits: bigint) =>
      `${digits < 0n ? '-' : ''}${String(digits < 0n ? -digits : digits)
        .padStart(4, '0')
        .replace(/(...)$/, '.$1')}`;
    const whole = fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n });
    fc.assert(
      fc.property(whole, whole, (a, b) => {
        expect(compareDecimals(scaled(a), scaled(b))).toBe(a < b ? -1 : a > b ? 1 : 0);
      }),
    );
  });
});

describe('flags', () => {
  const range = { low: '3.5', high: '5.1', unit: 'mmol/L' };

  it.each([
    ['', '3.5', 'in_range'],
    ['', '5.10', 'in_range'],
    ['', '5.11', 'high'],
    ['', '3.49', 'low'],
    ['<', '3.5', 'low'],
    ['<=', '3.5', null],
    ['<=', '3.4', 'low'],
    ['<', '4', null],
    ['>', '5.1', 'high'],
    ['>=', '5.1', null],
    ['>=', '6', 'high'],
    ['>', '4', null],
  ])('%s%s is %s', (comparator, value, key) => {
    expect(computeFlag({ value, unit: 'mmol/L', ...(comparator && { comparator }) }, range)).toBe(key);
  });

  it('uses what a comparator leaves certain', () => {
    expect(computeFlag({ value: '5', comparator: '<' }, { high: '10' })).toBe('in_range');
    expect(computeFlag({ value: '5', comparator: '>' }, { low: '5' })).toBe('in_range');
    expect(computeFlag({ value: '5', comparator: '>' }, { high: '10' })).toBeNull();
    expect(computeFlag({ value: '5', comparator: 'ad' }, { low: '1', high: '10' })).toBeNull();
  });

  it('computes nothing across units, without a range, or over what the laboratory said', () => {
    expect(computeFlag({ value: '97', unit: 'mg/dL' }, range)).toBeNull();
    expect(computeFlag({ value: '97' }, {})).toBeNull();
    expect(flagOf('N', { value: '9', unit: 'mmol/L' }, range)).toEqual({
      key: 'in_range',
      source: 'reported',
      critical: false,
    });
    expect(flagOf('unheard-of', { value: '9', unit: 'mmol/L' }, range)).toBeNull();
    expect(flagOf('HH', null, null)).toEqual({ key: 'critical_high', source: 'reported', critical: true });
    expect(flagOf(undefined, { value: '9', unit: 'mmol/L' }, range)).toEqual({
      key: 'high',
      source: 'computed',
      critical: false,
    });
  });
});
