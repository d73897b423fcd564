import { isDecimal } from '#lib/domain/decimal';
import { systems } from './codes';
import { conceptOf, conceptText } from './concept';
import type { LabResultContent } from './content-view';
import { clearChoice, put } from './edit';
import { at, type JsonObject, literal, object, string } from './json';
import type { Part } from './part';
import { amountText, putUnit, putValue, unitOf, valueText } from './quantity';

type Content = Pick<LabResultContent, 'value' | 'comparator' | 'unit'>;

/** The value of an Observation, whichever of the eleven forms of `value[x]` it has, as a number or as words. */
export function readMeasurement(tree: JsonObject): Content {
  const quantity = object(tree.valueQuantity);
  if (!quantity) return { value: wordsOf(tree) };
  return { value: valueText(quantity), comparator: string(quantity.comparator), unit: unitOf(quantity) };
}

function wordsOf(tree: JsonObject): string | undefined {
  if (typeof tree.valueBoolean === 'boolean') return String(tree.valueBoolean);
  const plain = tree.valueString ?? tree.valueDateTime ?? tree.valueTime ?? at(tree.valueSampledData, 'data');
  return (
    string(plain) ??
    conceptText(tree.valueCodeableConcept) ??
    literal(tree.valueInteger) ??
    joined('–', amountText(at(tree.valueRange, 'low')), amountText(at(tree.valueRange, 'high'))) ??
    joined(
      ':',
      amountText(at(tree.valueRatio, 'numerator')),
      amountText(at(tree.valueRatio, 'denominator')),
    ) ??
    joined('/', string(at(tree.valuePeriod, 'start')), string(at(tree.valuePeriod, 'end')))
  );
}

export function joined(
  between: string,
  left: string | undefined,
  right: string | undefined,
): string | undefined {
  if (left === undefined && right === undefined) return undefined;
  return `${left ?? ''}${between}${right ?? ''}`;
}

/** A decimal becomes a Quantity, all else a string: `content.ts` has refused what only looks like a number. */
export function writeMeasurement(tree: JsonObject, { value, comparator, unit }: Content): void {
  if (value !== undefined && isDecimal(value)) writeQuantity(tree, { value, comparator, unit });
  else writeWords(tree, value);
}

function writeQuantity(tree: JsonObject, { value, comparator, unit }: Content): void {
  const quantity = object(tree.valueQuantity) ?? {};
  clearChoice(tree, 'value', 'valueQuantity');
  put(tree, 'dataAbsentReason', undefined);
  putValue(quantity, value);
  put(quantity, 'comparator', comparator);
  putUnit(quantity, unit);
  tree.valueQuantity = quantity;
}

/** obs-6: a reason for its absence only where there is no value; and where there is none, a reason. */
function writeWords(tree: JsonObject, value: string | undefined): void {
  clearChoice(tree, 'value');
  put(tree, 'valueString', value);
  const absent = value === undefined && tree.component === undefined;
  put(
    tree,
    'dataAbsentReason',
    absent ? conceptOf(systems.dataAbsentReason, 'unknown', 'Unknown') : undefined,
  );
}

export const measurementPart: Part<LabResultContent> = {
  keys: ['value', 'comparator', 'unit'],
  read: readMeasurement,
  write: writeMeasurement,
};
