import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seriesOf, testOf } from '#lib/domain/same-test';
import { type LabResult, newestOfEach } from '#lib/operations/results/newest-of-each';
import { bySeries } from '#lib/operations/results/series';

const unit = fc.constantFrom('mg/dL', 'mmol/L', 'mg/L', undefined);
const content = fc.record({
  text: fc.constantFrom('Glucose', 'Potassium'),
  code: fc.constantFrom('2345-7', '2823-3', undefined),
  code_system: fc.constant('http://loinc.org'),
  unit,
});
const result = fc
  .record({ content, key: fc.constantFrom('high', 'in_range', null), id: fc.uuid() })
  .map(
    ({ key, ...rest }) => ({ ...rest, occurred_at: rest.id, flag: key && { key } }) as unknown as LabResult,
  );

describe('results in series', () => {
  it('never share one with another unit, and none is lost', () => {
    fc.assert(
      fc.property(fc.array(result), unit, (results, own) => {
        const points = results.map((record) => ({ record, at: record.id }));
        const series = bySeries(points, { unit: own });
        for (const { unit: of, points: some } of series)
          expect(some.every(({ record }) => (record.content.unit ?? null) === of)).toBe(true);
        expect(series.flatMap(({ points: some }) => some)).toHaveLength(points.length);
        // That of the result in question comes first, each from the oldest on.
        if (points.some(({ record }) => record.content.unit === own))
          expect(series[0]?.unit).toBe(own ?? null);
        for (const { points: some } of series)
          expect([...some].reverse()).toEqual(points.filter((point) => some.includes(point)));
      }),
    );
  });

  it('are the same test by code, by words only where there is no code', () => {
    const coded = { text: 'Glucose', code: '2345-7', code_system: 'http://loinc.org' };
    expect(testOf(coded)).toBe(testOf({ ...coded, text: 'Blood sugar' }));
    expect(testOf(coded)).not.toBe(testOf({ ...coded, code_system: 'urn:local' }));
    expect(testOf({ text: 'Glucose' })).toBe(testOf({ text: 'GLUCOSE' }));
    expect(seriesOf({ ...coded, unit: 'mg/dL' })).not.toBe(seriesOf({ ...coded, unit: 'mmol/L' }));
  });

  it('have one newest each, compared with nothing in another unit', () => {
    fc.assert(
      fc.property(fc.array(result), (results) => {
        const newest = newestOfEach(results);
        expect(newest).toHaveLength(new Set(results.map((each) => seriesOf(each.content))).size);
        for (const { record, previous, count } of newest) {
          const all = results.filter((each) => seriesOf(each.content) === seriesOf(record.content));
          expect([record, previous, count]).toEqual([all[0], all[1] ?? null, all.length]);
        }
      }),
    );
  });

  it('tell since when the flag has been what it is', () => {
    const of = (id: string, key: string | null) =>
      ({ id, occurred_at: id, content: { text: 'x' }, flag: key && { key } }) as unknown as LabResult;
    const since = (...keys: (string | null)[]) =>
      newestOfEach(keys.map((key, index) => of(`2026-0${9 - index}`, key)))[0]?.since;
    expect(since('high', 'high', 'in_range', 'high')).toBe('2026-08');
    expect(since('high', 'high')).toBe('2026-08');
    expect(since('high')).toBe('2026-09');
    expect(since(null, 'high')).toBeNull();
  });
});
