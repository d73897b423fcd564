import { isLosslessNumber } from 'lossless-json';
import type { Json, JsonObject } from '#lib/fhir/json';

export interface Difference {
  /** Dotted, without positions in lists. */
  readonly path: string;
  readonly before: Json | undefined;
  readonly after: Json | undefined;
}

/** Every leaf in which two resources differ; a number by its digits, so that 1.50 is not 1.5. */
export function treeDifferences(before: JsonObject, after: JsonObject): Difference[] {
  const found: Difference[] = [];
  compare(before, after, []);
  return found;

  function compare(one: Json | undefined, other: Json | undefined, steps: readonly string[]): void {
    const [these, those] = [childrenOf(one), childrenOf(other)];
    if (these && those && Array.isArray(one) === Array.isArray(other)) {
      for (const key of new Set([...these.keys(), ...those.keys()])) {
        const step = Array.isArray(one) ? [] : [key];
        compare(these.get(key), those.get(key), [...steps, ...step]);
      }
      return;
    }
    if (these || those || literalOf(one) !== literalOf(other))
      found.push({ path: steps.join('.'), before: one, after: other });
  }
}

function childrenOf(value: Json | undefined): Map<string, Json | undefined> | null {
  if (typeof value !== 'object' || value === null || isLosslessNumber(value)) return null;
  return new Map(Object.entries(value));
}

const literalOf = (value: Json | undefined): string =>
  isLosslessNumber(value) ? `number ${value.toString()}` : `${typeof value} ${String(value)}`;
