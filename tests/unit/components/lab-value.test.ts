import { describe, expect, it } from 'vitest';
import { labValue, recordedValue } from '#components/records/lab-value';
import { formatter } from '#lib/i18n/format';

const format = formatter('en', 'UTC');
const both = (content: object) => [
  labValue({ text: 'Mercury', ...content }, format),
  recordedValue({ text: 'Mercury', ...content }, format),
];

describe('the value of a result', () => {
  it('is shown with its digits as recorded where the shown form was rounded', () => {
    expect(both({ value: '168.2761313965216' })).toEqual(['168.3', '168.2761313965216']);
    const range = { reference_range: { low: '1234.5', high: '1234.6' } };
    expect(both({ value: '1234.5678', comparator: '<', ...range })).toEqual(['<1,234.57', '<1234.5678']);
  });

  it.each([
    ['0.000012', '0.000012'],
    ['9007199254740993', '9,007,199,254,740,993'],
    ['not detected', 'not detected'],
    [undefined, null],
  ])('is %s: once', (value, shown) => expect(both({ value })).toEqual([shown, null]));
});
