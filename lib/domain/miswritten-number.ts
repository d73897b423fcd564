import { isDecimal } from './decimal';

/** `.5`, `5.`, `05`, `+5`, `5,4`, `1,234.5`, `< .5`: one number, maybe behind a bound, in whatever way it was written. */
const attempt =
  /^\s*(?:[<>]=?|[≤≥])?\s*[-+\u2212]?(?=[.,]?\d)(?:\d+(?:[ ',.\u00a0\u202f]\d{3})*)?(?:[.,]\d*)?(?:[eE][-+]?\d+)?\s*$/u;

/** Text that is meant as a number and is none that can be stored. `1:128`, `2+`, `120/80` and `3-5` are words. */
export function isMiswrittenNumber(text: string): boolean {
  return attempt.test(text) && !isDecimal(text);
}
