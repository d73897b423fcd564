import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { instantText, millisecondsText, parseInstant } from '#lib/platform/instant-text';

const nanoseconds = fc.bigInt({ min: -62_135_596_800n * 10n ** 9n, max: 253_402_300_799n * 10n ** 9n });

it('writes an instant as Temporal does, to the nanosecond', () => {
  fc.assert(
    fc.property(nanoseconds, (value) => {
      const instant = Temporal.Instant.fromEpochNanoseconds(value);
      expect(instantText(instant)).toBe(instant.toString());
    }),
  );
});

it('writes milliseconds as the instant that they are', () => {
  fc.assert(
    fc.property(fc.integer({ min: -62_135_596_800_000, max: 253_402_300_799_999 }), (at) => {
      expect(millisecondsText(at)).toBe(Temporal.Instant.fromEpochMilliseconds(at).toString());
    }),
    { examples: [[0], [1_000], [10], [100], [120], [1_764_500_400_000]] },
  );
});

it('reads what it wrote, and what PostgreSQL writes, to the microsecond', () => {
  fc.assert(
    fc.property(nanoseconds, (value) => {
      const instant = Temporal.Instant.fromEpochNanoseconds(value - (value % 1000n));
      const text = instant.toString();
      expect(parseInstant(text).equals(instant)).toBe(true);
      expect(parseInstant(text.replace('T', ' ').replace('Z', '+00')).equals(instant)).toBe(true);
    }),
  );
});

it('leaves other zones and what is no instant to Temporal', () => {
  expect(parseInstant('2026-11-25T10:00:00+01:00').toString()).toBe('2026-11-25T09:00:00Z');
  expect(() => parseInstant('2026-13-01 00:00:00+00')).toThrow(RangeError);
  expect(() => parseInstant('soon')).toThrow(RangeError);
});
