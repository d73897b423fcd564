import { describe, expect, it } from 'vitest';
import { formatter, initialsOf } from '#lib/i18n/format';

const london = formatter('en', 'Europe/London');

describe('formatter', () => {
  it('writes a moment in the zone it is given, not in the process zone', () => {
    expect(london.dateTime('2026-07-01T22:30:00Z')).toBe('1 Jul 2026, 23:30');
    expect(formatter('en', 'Pacific/Auckland').dateTime('2026-07-01T22:30:00Z')).toBe('2 Jul 2026, 10:30');
  });

  it('spells a day out the same way with its year and without', () => {
    expect(london.longDate('2026-11-24T10:00:00Z')).toBe('Tuesday 24 November');
    expect(london.longDateWithYear('2026-11-24T10:00:00Z')).toBe('Tuesday 24 November 2026');
  });

  it('writes midnight as 00:00', () => {
    expect(london.time('2026-11-24T00:00:00Z')).toBe('00:00');
  });

  it('shows a date with the precision that was recorded, the same in every zone', () => {
    const dates = ['2021', '2021-05', '2021-05-12', 'last spring'].map(
      formatter('en', 'Pacific/Auckland').partialDate,
    );
    expect(dates).toEqual(['2021', 'May 2021', '12 May 2021', 'last spring']);
  });

  it('keeps every digit that a laboratory wrote and leaves other text alone', () => {
    expect(['4.10', '0.5', '12345.6', 1210, '<5', '1e3'].map(london.number)).toEqual([
      '4.10',
      '0.5',
      '12,345.6',
      '1,210',
      '<5',
      '1e3',
    ]);
  });

  it('counts days by the calendar of the zone', () => {
    expect(london.daysBetween('2026-11-24T23:59:00Z', '2026-11-25T00:01:00Z')).toBe(1);
    expect(london.daysBetween('2026-11-24T00:01:00Z', '2026-11-24T23:59:00Z')).toBe(0);
  });
});

describe('initialsOf', () => {
  it('leaves titles out and copes with one name, none and other scripts', () => {
    expect(['Dr Helena Brandt', 'Zoë', '', 'Ægir Ólafsson', '王 小明'].map(initialsOf)).toEqual([
      'HB',
      'Z',
      '',
      'ÆÓ',
      '王小',
    ]);
  });
});
