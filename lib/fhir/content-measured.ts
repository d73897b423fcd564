import { isDecimal } from '#lib/domain/decimal';
import { isMiswrittenNumber } from '#lib/domain/miswritten-number';
import { comparators } from './codes';

interface Measured {
  readonly value?: string | undefined;
  readonly comparator?: (typeof comparators)[number] | undefined;
  readonly unit?: string | undefined;
}

/** `<5` in the field for the value is a comparator and a number (Quantity.comparator), not words. */
export function splitComparator<Content extends Measured>(content: Content): Content {
  const [, sign, digits] = /^(<=|>=|<|>) ?(\S+)$/.exec(content.value ?? '') ?? [];
  const comparator = comparators.find((known) => known === sign);
  if (!comparator || !digits || !isDecimal(digits) || content.comparator) return content;
  return { ...content, comparator, value: digits };
}

export const isMeasured = ({ value, comparator, unit }: Measured) =>
  value === undefined ||
  isDecimal(value) ||
  (comparator === undefined && unit === undefined && !isMiswrittenNumber(value));
