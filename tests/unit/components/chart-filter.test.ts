import { describe, expect, it } from 'vitest';
import { type ChartFilter, fits, textOf } from '#components/records/chart-filter';
import type { IndexRow } from '#components/records/index-row';

const row: IndexRow = {
  id: '1',
  type: 'lab_result',
  name: 'Average blood sugar',
  medical: 'Hemoglobin A1c',
  says: '48 mmol/mol',
  kind: 'Test result',
  date: 'Mar 2019',
  author: 'Dr Élise Okafor',
  badge: { tone: 'warn', text: 'High' },
  restricted: null,
  origin: null,
  struck: false,
  group: 'results',
  day: '2019-03',
  year: '2019',
  mine: false,
  flagged: true,
  draft: false,
};

const all: ChartFilter = {
  ...{ words: [], group: '', from: '', until: '' },
  ...{ mine: false, flagged: false, drafts: false },
};
const isShown = (filter: Partial<ChartFilter>, of: IndexRow = row) =>
  fits(of, textOf(of), { ...all, ...filter });

describe('a row of a chart', () => {
  it.each<[Partial<ChartFilter>, boolean]>([
    [{}, true],
    [{ words: ['a1c', 'elise', 'high'] }, true],
    [{ words: ['a1c', 'low'] }, false],
    [{ group: 'results' }, true],
    [{ group: 'notes' }, false],
    [{ flagged: true }, true],
    [{ mine: true }, false],
    [{ drafts: true }, false],
    [{ from: '2019-03-20' }, true],
    [{ from: '2019-04-01' }, false],
    [{ until: '2019-03-01' }, true],
    [{ until: '2019-02-28' }, false],
  ])('with %j is shown: %s', (filter, shown) => {
    expect(isShown(filter)).toBe(shown);
  });

  it('without a date is in no range of dates', () => {
    expect(isShown({ from: '1900-01-01' }, { ...row, day: null })).toBe(false);
    expect(isShown({}, { ...row, day: null })).toBe(true);
  });
});
