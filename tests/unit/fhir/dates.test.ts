import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { certainlyBefore, parseFhirDate } from '#lib/fhir/dates';

const span = (text: string, zone: string) => {
  const date = parseFhirDate(text, zone);
  return date && [date.precision, date.start.toString(), date.end.toString()];
};

describe('FHIR dates', () => {
  it.each([
    ['1980', 'Europe/London', ['year', '1980-01-01T00:00:00Z', '1980-12-31T23:59:59.999999Z']],
    ['2019-03', 'Europe/London', ['month', '2019-03-01T00:00:00Z', '2019-03-31T22:59:59.999999Z']],
    ['2019-07-01', 'Europe/London', ['day', '2019-06-30T23:00:00Z', '2019-07-01T22:59:59.999999Z']],
    ['2024-02-29', 'America/New_York', ['day', '2024-02-29T05:00:00Z', '2024-03-01T04:59:59.999999Z']],
    // Brazil's clocks skipped this midnight: the day has begun at one.
    ['2018-11-04', 'America/Sao_Paulo', ['day', '2018-11-04T03:00:00Z', '2018-11-05T01:59:59.999999Z']],
    [
      '2026-11-25T09:00:00.5+02:00',
      'Europe/London',
      ['instant', '2026-11-25T07:00:00.5Z', '2026-11-25T07:00:00.5Z'],
    ],
  ])('%s in %s', (text, zone, expected) => {
    expect(span(text, zone)).toEqual(expected);
    expect(parseFhirDate(text, zone)?.text).toBe(text);
  });

  it.each([
    '',
    '0000',
    '19',
    '2019-13',
    '2019-02-30',
    '2019-2-3',
    '2019-03-01T10:00Z',
    '2019-03-01T10:00:00',
    '2019-03-01T24:00:00Z',
    '2019-03-01 10:00:00Z',
    '2019-03-01T10:00:00Z[UTC]',
    '+02019',
    '0001-01-01T00:00:00+14:00',
    '9999-12-31T23:59:59-14:00',
  ])('refuses %j', (text) => expect(parseFhirDate(text, 'UTC')).toBeNull());

  it('refuses a day whose first moment lies before the year 1', () => {
    expect(parseFhirDate('0001-01-01', 'Asia/Tokyo')).toBeNull();
    expect(parseFhirDate('0001-01-01', 'UTC')).not.toBeNull();
  });

  it('a day begins no later than it ends and lies inside its month and year', () => {
    const zones = fc.constantFrom(
      'UTC',
      'Europe/London',
      'Pacific/Kiritimati',
      'America/St_Johns',
      'Australia/Lord_Howe',
    );
    const days = fc.date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(days, zones, (date, zone) => {
        const text = date.toISOString().slice(0, 10);
        const [day, month, year] = [text, text.slice(0, 7), text.slice(0, 4)].map((part) =>
          parseFhirDate(part, zone),
        );
        const starts = [year, month, day].map((part) => part?.start.epochNanoseconds ?? 0n);
        const ends = [day, month, year].map((part) => part?.end.epochNanoseconds ?? 0n);
        const all = [...starts, ...ends];
        expect(all).toEqual([...all].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)));
      }),
    );
  });

  it('calls an order certain only where no zone explains it', () => {
    expect(certainlyBefore('2026-01-31', '2026-02-01')).toBe(true);
    expect(certainlyBefore('2026-02', '2026-02-01')).toBe(false);
    expect(certainlyBefore('2026-01-31', '2026-02-01T08:00:00Z')).toBe(false);
    expect(certainlyBefore('2026-01-29', '2026-02-01T08:00:00Z')).toBe(true);
  });
});
