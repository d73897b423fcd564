import { describe, expect, it } from 'vitest';
import { dateCriterion, liesSo, spanOfValue } from '#lib/fhir/rest/date-criterion';

const holds = (value: Parameters<typeof spanOfValue>[0], wish: string) => {
  const [span, criterion] = [spanOfValue(value, 'Europe/London'), dateCriterion(wish, 'Europe/London')];
  if (!span || !criterion) throw new Error('No date.');
  return liesSo(span, criterion);
};

describe('a date that is sought', () => {
  it.each([
    ['2026-03-01', '2026-03-01', true],
    ['2026-03-01', '2026-03', true],
    ['2026-03', '2026-03-01', false],
    ['2026-03-01', 'ne2026-03-02', true],
    ['2026-03-01T23:30:00Z', '2026-03-01', true],
    ['2026-07-01T23:30:00Z', '2026-07-01', false],
    ['2026-03-01', 'ge2026-03-01', true],
    ['2026-03-01', 'gt2026-03-01', false],
    ['2026-03', 'gt2026-03-01', true],
    ['2026-03', 'sa2026-03-01', false],
    ['2026-02-28', 'lt2026-03', true],
    ['2026-03-31', 'le2026-03', true],
    ['2026-04-01', 'le2026-03', false],
    ['2026-02-28', 'eb2026-03-01', true],
    ['2026-03', 'ap2026-03-15', true],
  ])('%s is found by %s: %s', (value, wish, expected) => {
    expect(holds(value, wish)).toBe(expected);
  });

  it('is compared with both ends of a period, and an open end lasts for ever', () => {
    expect(holds({ start: '2020-01-01' }, 'ge2026')).toBe(true);
    expect(holds({ start: '2020-01-01', end: '2021-01-01' }, 'ge2026')).toBe(false);
    expect(holds({ end: '2021-01-01' }, 'lt1950')).toBe(true);
  });

  it('is none where no calendar has it', () => {
    for (const wish of ['2026-02-30', 'xx2026', '', 'ge', '26'])
      expect(dateCriterion(wish, 'UTC')).toBeNull();
  });
});
