import { LosslessNumber } from 'lossless-json';
import { systems } from './codes';
import { put } from './edit';
import { at, type Json, type JsonObject, literal, string } from './json';
import { isUcumCode } from './ucum';

/** The unit by which quantities are compared: the UCUM code, or else the words. */
export function unitOf(quantity: Json | undefined): string | undefined {
  const code = string(at(quantity, 'code'));
  const unit = string(at(quantity, 'unit'));
  return at(quantity, 'system') === systems.ucum ? (code ?? unit) : (unit ?? code);
}

/** The unit as the laboratory prints it. */
function unitWords(quantity: Json | undefined): string | undefined {
  return string(at(quantity, 'unit')) ?? string(at(quantity, 'code'));
}

export function valueText(quantity: Json | undefined): string | undefined {
  return literal(at(quantity, 'value'));
}

/** `30 tablets`, or `30` where no unit is given. */
export function amountText(quantity: Json | undefined): string | undefined {
  const value = valueText(quantity);
  const unit = unitWords(quantity);
  return value === undefined || unit === undefined ? value : `${value} ${unit}`;
}

export function putValue(quantity: JsonObject, value: string | undefined): void {
  put(quantity, 'value', value === undefined ? undefined : new LosslessNumber(value));
}

export function putUnit(quantity: JsonObject, unit: string | undefined): void {
  if (unitOf(quantity) === unit) return;
  const known = unit !== undefined && isUcumCode(unit);
  put(quantity, 'unit', unit);
  put(quantity, 'system', known ? systems.ucum : undefined);
  put(quantity, 'code', known ? unit : undefined);
}
