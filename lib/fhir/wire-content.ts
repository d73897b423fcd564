import { LosslessNumber } from 'lossless-json';
import { isDecimal } from '#lib/domain/decimal';

const numeric = new Set(['value', 'low', 'high', 'quantity', 'refills', 'systolic', 'diastolic', 'size']);

type WireContent = {
  [key: string]: string | boolean | LosslessNumber | WireContent | WireContent[] | undefined;
};

/**
 * The content as it goes over the wire: what is a number becomes a JSON number with the digits that were written
 * (1.50 stays 1.50). Print it with `stringify` of lossless-json.
 */
export function wireContent(content: object): WireContent {
  return Object.fromEntries(Object.entries(content).map(([key, value]) => [key, wireValue(key, value)]));
}

function wireValue(key: string, value: unknown): WireContent[string] {
  if (typeof value === 'string')
    return numeric.has(key) && isDecimal(value) ? new LosslessNumber(value) : value;
  if (typeof value === 'boolean') return value;
  if (Array.isArray(value)) return value.map((item) => wireContent(item));
  return typeof value === 'object' && value !== null ? wireContent(value) : undefined;
}
