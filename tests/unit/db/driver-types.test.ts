import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { driverTypes } from '#db/driver-types';

const { parse, serialize } = driverTypes.instant;
const microseconds = fc.bigInt({ min: -62_135_596_800_000_000n, max: 253_402_300_799_999_999n });

it('reads what PostgreSQL prints in UTC to the microsecond', () => {
  fc.assert(
    fc.property(microseconds, (epoch) => {
      const instant = Temporal.Instant.fromEpochNanoseconds(epoch * 1000n);
      const printed = instant.toString().replace('T', ' ').replace('Z', '+00');
      expect(parse(printed).equals(instant)).toBe(true);
    }),
  );
});

it('reads another offset and writes what it read', () => {
  const instant = parse('2026-11-25 10:44:05.5+01');
  expect(serialize(instant)).toBe('2026-11-25T09:44:05.5Z');
  expect(() => parse('infinity')).toThrow(RangeError);
});
