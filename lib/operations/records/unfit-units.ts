import { invalidField } from '#lib/errors/operation-error';
import { systems } from '#lib/fhir/codes';
import { fitsProperty, isUcum } from '#lib/fhir/unit-check';
import { molarMassOf, sameDimension } from '#lib/terminology/units';

interface Measured {
  readonly code?: string | undefined;
  readonly code_system?: string | undefined;
  readonly unit?: string | undefined;
}

/**
 * Potassium in kilograms is a slip of the pen; glucose in moles for a code that counts grams is what half of the world
 * writes. What was received with a unit that is none can still be corrected: only what is changed is held against the rule.
 * @throws OperationError `validation_failed`
 */
export function refuseUnfitUnit(content: Measured, before: Measured = {}): void {
  const { unit, code, code_system } = content;
  if (unit === undefined) return;
  const isNewUnit = unit !== before.unit;
  if (isNewUnit && !isUcum(unit)) throw invalidField('content.unit', 'unknown_unit', 'Not a unit of UCUM');
  if (!isNewUnit && code === before.code) return;
  if (code_system === systems.loinc && code !== undefined && isUcum(unit) && !measures(code, unit))
    throw invalidField('content.unit', 'unfit_unit', 'Not a unit in which this is measured');
}

const measures = (code: string, unit: string) =>
  fitsProperty(code, unit) || (molarMassOf(code) !== undefined && isConcentration(unit));

const isConcentration = (unit: string) => sameDimension(unit, 'mol/L') || sameDimension(unit, 'g/L');
