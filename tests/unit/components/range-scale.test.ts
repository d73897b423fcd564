import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rangeScale } from '#components/ui/range-scale';

describe('rangeScale', () => {
  it('keeps point, limits and band on the bar, in the order of their values', () => {
    const number = fc.double({ min: -1e6, max: 1e6, noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(number, number, fc.double({ min: 0.001, max: 1e6, noNaN: true }), (value, low, span) => {
        const scale = rangeScale(value, { low, high: low + span });
        if (!scale) throw new Error('a range is drawn');
        for (const at of [scale.point, scale.band.from, scale.band.to]) {
          expect(at).toBeGreaterThanOrEqual(0);
          expect(at).toBeLessThanOrEqual(100);
        }
        expect(scale.band.from).toBeLessThanOrEqual(scale.band.to);
        if (value < low) expect(scale.point).toBeLessThanOrEqual(scale.band.from);
        if (value > low + span) expect(scale.point).toBeGreaterThanOrEqual(scale.band.to);
      }),
    );
  });

  it('lets an open range run to the end of the bar', () => {
    expect(rangeScale(53, { low: null, high: 48 })?.band.from).toBe(0);
    expect(rangeScale(84, { low: 60, high: null })?.band.to).toBe(100);
  });

  it('draws nothing without a range, or with one that is upside down', () => {
    expect(rangeScale(5, { low: null, high: null })).toBeNull();
    expect(rangeScale(5, { low: 9, high: 3 })).toBeNull();
  });

  it('draws a limit of zero and a range of one point', () => {
    expect(rangeScale(0, { low: 0, high: 0 })?.ticks).toHaveLength(2);
    expect(rangeScale(3, { low: null, high: 0 })?.point).toBeGreaterThan(0);
  });
});
