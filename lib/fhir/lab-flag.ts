import { type Flag, flagOf, interpretationCode } from './interpretation';
import { type JsonObject, object, string } from './json';
import { unitOf, valueText } from './quantity';
import { normalRange, rangeUnit } from './reference-range';

/** What an Observation says of its value: see `flagOf`. */
export function labFlag(tree: JsonObject): Flag | null {
  const quantity = object(tree.valueQuantity);
  const value = valueText(quantity);
  const measured =
    value === undefined ? null : { value, comparator: string(quantity?.comparator), unit: unitOf(quantity) };
  return flagOf(interpretationCode(tree), measured, applicable(tree));
}

/** A range that is bound to an age or a group of people is not ours to apply. */
function applicable(tree: JsonObject) {
  const range = normalRange(tree);
  if (!range || range.age !== undefined || range.appliesTo !== undefined) return null;
  return { low: valueText(range.low), high: valueText(range.high), unit: rangeUnit(range) };
}
