import { expect, it } from 'vitest';
import { recordContent } from '#lib/fhir/content';
import { convert, isUnit, molarMassOf, sameDimension, suggestUnit } from '#lib/terminology/units';

it.each([
  'mg/dL',
  'mmol/L',
  '10*3/uL',
  'mm[Hg]',
  '[degF]',
  '{score}',
  '%',
  'mL/min/{1.73_m2}',
  'm[IU]/L',
  '/min',
])('%s is a unit and needs no suggestion', (unit) => {
  expect([isUnit(unit), suggestUnit(unit)]).toEqual([true, null]);
});

it.each([
  ['mcg', 'ug'],
  ['mcg/L', 'ug/L'],
  ['µg/L', 'ug/L'],
  ['MG/DL', 'mg/dL'],
  ['mmHg', 'mm[Hg]'],
  ['IU/L', '[IU]/L'],
  ['mIU/L', 'm[IU]/L'],
  ['mEq/L', 'meq/L'],
  ['x10^9/L', '10*9/L'],
  ['x 10^3/uL', '10*3/uL'],
  ['degF', '[degF]'],
  ['bpm', '/min'],
  ['mL/min/1.73m2', 'mL/min/{1.73_m2}'],
])('%s is none, and %s was meant', (written, meant) => {
  expect([isUnit(written), suggestUnit(written)]).toEqual([false, meant]);
});

it.each(['tablets', 'puffs a day', 'constructor', '__proto__', '', ' ', '/', 'cells/uL', '💊'])(
  'what %s means cannot be said',
  (written) => {
    expect([isUnit(written), suggestUnit(written)]).toEqual([false, null]);
  },
);

it('a value is said in another unit of its kind', () => {
  expect(convert('98.6', { from: '[degF]', to: 'Cel' })).toBe('37');
  expect(convert('13.5', { from: 'g/dL', to: 'g/L' })).toBe('135');
  expect(convert('70', { from: 'kg', to: '[lb_av]' })).toBe('154');
  expect(convert('1', { from: 'mg/dL', to: 'kg' })).toBeNull();
  expect(convert('1', { from: 'MG/DL', to: 'mg/dL' })).toBeNull();
});

it('a mass becomes an amount of substance only where the molar mass is known', () => {
  const molarMass = molarMassOf('2345-7');
  expect(convert('97', { from: 'mg/dL', to: 'mmol/L', molarMass })).toBe('5.38');
  expect(convert('5.38', { from: 'mmol/L', to: 'mg/dL', molarMass })).toBe('96.9');
  expect(convert('1.00', { from: 'mg/dL', to: 'umol/L', molarMass: molarMassOf('2160-0') })).toBe('88.4');
  expect(convert('97', { from: 'mg/dL', to: 'mmol/L', molarMass: molarMassOf('718-7') })).toBeNull();
});

it('two units are of one kind or not', () => {
  expect(sameDimension('mg/dL', 'g/L')).toBe(true);
  expect(sameDimension('mg/dL', 'mmol/L')).toBe(false);
  expect(sameDimension('10*3/uL', '10*9/L')).toBe(true);
});

it('a form refuses a slip and says what was meant; words that are no unit are kept', () => {
  const result = (unit: string) => recordContent.lab_result.safeParse({ text: 'Iron', value: '5', unit });
  expect(result('mcg/dL').error?.issues).toMatchObject([
    { path: ['unit'], message: 'Write ug/dL', params: { code: 'miswritten_unit', suggestion: 'ug/dL' } },
  ]);
  expect(result('ug/dL').success).toBe(true);
  expect(result('puffs').success).toBe(true);
});
