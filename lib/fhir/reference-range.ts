import type { LabResultContent } from './content-view';
import { put } from './edit';
import { at, type Json, type JsonObject, list, object, string } from './json';
import { joined } from './measurement';
import type { Part } from './part';
import { amountText, putUnit, putValue, unitOf, valueText } from './quantity';

/** The range for everyone: the first without a type or of type `normal`, before treatment targets and the like. */
export function normalRange(tree: JsonObject): JsonObject | undefined {
  const ranges = list(tree.referenceRange);
  const kind = (range: Json) => string(at(range, 'type', 'coding', 0, 'code'));
  return object(ranges.find((range) => [undefined, 'normal'].includes(kind(range))) ?? ranges[0]);
}

export function rangeUnit(range: JsonObject): string | undefined {
  return unitOf(range.low) ?? unitOf(range.high);
}

/** Low and high are numbers in the unit of the value. A range in another unit is told in words. */
function read(tree: JsonObject): Pick<LabResultContent, 'reference_range'> {
  const range = normalRange(tree);
  if (!range) return {};
  const words = string(range.text);
  const unit = rangeUnit(range);
  const sameUnit = unit === undefined || unit === unitOf(tree.valueQuantity);
  const content = sameUnit
    ? { low: valueText(range.low), high: valueText(range.high), text: words }
    : { text: words ?? joined('–', amountText(range.low), amountText(range.high)) };
  return Object.values(content).some((part) => part !== undefined) ? { reference_range: content } : {};
}

function write(tree: JsonObject, { reference_range: content }: LabResultContent): void {
  if (!content) {
    put(tree, 'referenceRange', undefined);
    return;
  }
  const range = normalRange(tree) ?? {};
  if (!Array.isArray(tree.referenceRange)) tree.referenceRange = [range];
  const unit = unitOf(tree.valueQuantity);
  put(range, 'low', limit(range.low, content.low, unit));
  put(range, 'high', limit(range.high, content.high, unit));
  put(range, 'text', content.text);
}

function limit(
  before: Json | undefined,
  value: string | undefined,
  unit: string | undefined,
): Json | undefined {
  if (value === undefined) return undefined;
  const quantity = { ...object(before) };
  putValue(quantity, value);
  putUnit(quantity, unit);
  return quantity;
}

export const referenceRangePart: Part<LabResultContent> = { keys: ['reference_range'], read, write };
