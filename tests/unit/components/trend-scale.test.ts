import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type TrendPoint, trendScale } from '#components/records/trend-scale';

const day = 86_400_000;
const at = (index: number, value: number | null, more: Partial<TrendPoint> = {}): TrendPoint => ({
  ...{ at: index * day, value, bound: null, low: null, high: null },
  ...more,
});

const number = fc.double({ min: -1e6, max: 1e6, noNaN: true });
const maybe = fc.option(number, { nil: null });
const anyPoints = fc
  .array(
    fc.record({
      at: fc.integer({ min: 0, max: 4e12 }),
      value: maybe,
      bound: fc.constantFrom(null, null, 'below' as const, 'above' as const),
      low: maybe,
      high: maybe,
    }),
    { maxLength: 30 },
  )
  .map((points) => points.sort((a, b) => a.at - b.at));

const inside = (percent: number) => percent >= 0 && percent <= 100;

describe('the drawing of a test over time', () => {
  it('keeps everything inside its box, whatever the numbers', () => {
    fc.assert(
      fc.property(anyPoints, (points) => {
        const scale = trendScale(points);
        if (!scale) return;
        for (const { x, y } of scale.marks) expect(inside(x) && inside(y)).toBe(true);
        for (const line of scale.lines) expect(Object.values(line).every(inside)).toBe(true);
        for (const { x, y, width, height } of scale.bands) {
          expect(width > 0 && height > 0 && x >= 0 && y >= 0).toBe(true);
          expect(x + width).toBeLessThanOrEqual(100.001);
          expect(y + height).toBeLessThanOrEqual(100.001);
        }
        for (const { y } of scale.ticks) expect(inside(y)).toBe(true);
      }),
    );
  });

  it('has one mark for each number and none for what has no number', () => {
    fc.assert(
      fc.property(anyPoints, (points) => {
        const numbered = points.flatMap(({ value }, index) => (value === null ? [] : [index]));
        const scale = trendScale(points);
        if (numbered.length < 2) expect(scale).toBeNull();
        else expect(scale?.marks.map(({ index }) => index)).toEqual(numbered);
      }),
    );
  });

  it('puts later results further on and higher values higher', () => {
    fc.assert(
      fc.property(anyPoints, (points) => {
        const marks = trendScale(points)?.marks ?? [];
        for (const a of marks)
          for (const b of marks) {
            if (a.index < b.index) expect(a.x).toBeLessThanOrEqual(b.x);
            const [value, other] = [points[a.index]?.value ?? 0, points[b.index]?.value ?? 0];
            if (value > other) expect(a.y).toBeLessThanOrEqual(b.y);
          }
      }),
    );
  });

  it('never leads a line to or from what is only a bound', () => {
    fc.assert(
      fc.property(anyPoints, (points) => {
        const scale = trendScale(points);
        if (!scale) return;
        const pairs = scale.marks.slice(1).map((mark, index) => [scale.marks[index], mark] as const);
        const exact = pairs.filter(([from, to]) => from?.kind === 'exact' && to.kind === 'exact');
        expect(scale.lines).toHaveLength(exact.length);
      }),
    );
    const scale = trendScale([at(1, 6), at(2, 5, { bound: 'below' }), at(3, 7), at(4, 8)]);
    expect(scale?.marks.map(({ kind }) => kind)).toEqual(['exact', 'below', 'exact', 'exact']);
    expect(scale?.lines).toHaveLength(1);
  });

  it('draws a range only where one came, and each for its own time', () => {
    expect(trendScale([at(1, 4), at(2, 5)])?.bands).toEqual([]);
    const same = trendScale([at(1, 4, { low: 3, high: 5 }), at(2, 5, { low: 3, high: 5 })]);
    expect(same?.bands).toMatchObject([{ x: 0, width: 100 }]);
    const changed = trendScale([at(1, 4, { low: 3, high: 5 }), at(2, 5), at(3, 5, { low: 3, high: 6 })]);
    expect(changed?.bands.map(({ x, width }) => [x, width])).toEqual([
      [0, 27],
      [73, 27],
    ]);
    const open = trendScale([at(1, 50, { low: 60 }), at(2, 70, { low: 60 })]);
    expect(open?.bands[0]?.y).toBe(0);
  });

  it('draws a single value, or values that do not change, without dividing by nothing', () => {
    expect(trendScale([at(1, 4)])).toBeNull();
    const scale = trendScale([at(1, 0), at(1, 0)]);
    expect(scale?.marks.map(({ x, y }) => [x, y])).toEqual([
      [50, 50],
      [50, 50],
    ]);
    expect(trendScale([at(1, 1.7e308), at(2, -1.7e308)])).toBeNull();
  });

  it('names round numbers', () => {
    expect(trendScale([at(1, 3.9), at(2, 6.8)])?.ticks.map(({ value }) => value)).toEqual([4, 5, 6]);
  });
});
