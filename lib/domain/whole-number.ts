import { z } from 'zod';

/**
 * A whole number from `min` to `max`, also as the decimal digits of a query string. `Number` alone would read `0x10`,
 * `1e0` and ` 5 ` as well, and a cache or a log before us as something else.
 */
export const wholeNumber = (min: number, max: number) =>
  z.preprocess(
    (value) => (typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : value),
    z.int().min(min).max(max),
  );
