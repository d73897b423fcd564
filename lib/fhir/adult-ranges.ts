import { interpretations, systems } from './codes';
import { conceptOf, readConcept } from './concept';
import { computeFlag, interpretationCode } from './interpretation';
import { type JsonObject, list, object, parseResource, printResource, string } from './json';
import { type LabKey, labKey } from './lab-names';
import { putUnit, putValue, unitOf, valueText } from './quantity';

interface AdultRange {
  readonly units: readonly string[];
  readonly low?: string;
  readonly high?: string;
}

/**
 * Ranges as laboratories commonly print them for adults; HbA1c and fasting glucose after the ADA's limits for
 * diabetes, lipids after NCEP ATP III, eGFR after KDIGO. For the demo, whose source gives none: a range belongs to the
 * laboratory's result, so none of these is ever applied to a result that somebody reported.
 */
const ranges: Partial<Record<LabKey, AdultRange>> = {
  hba1c: { units: ['%'], low: '4.0', high: '5.6' },
  glucose: { units: ['mg/dL'], low: '70', high: '99' },
  creatinine: { units: ['mg/dL'], low: '0.6', high: '1.3' },
  egfr: { units: ['mL/min', 'mL/min/{1.73_m2}'], low: '60' },
  sodium: { units: ['mmol/L'], low: '136', high: '145' },
  potassium: { units: ['mmol/L'], low: '3.5', high: '5.1' },
  chloride: { units: ['mmol/L'], low: '98', high: '107' },
  carbon_dioxide: { units: ['mmol/L'], low: '22', high: '29' },
  calcium: { units: ['mg/dL'], low: '8.6', high: '10.2' },
  urea_nitrogen: { units: ['mg/dL'], low: '7', high: '20' },
  total_cholesterol: { units: ['mg/dL'], high: '200' },
  hdl_cholesterol: { units: ['mg/dL'], low: '40' },
  ldl_cholesterol: { units: ['mg/dL'], high: '130' },
  triglycerides: { units: ['mg/dL'], high: '150' },
  haemoglobin: { units: ['g/dL'], low: '12.0', high: '17.5' },
  haematocrit: { units: ['%'], low: '36', high: '51' },
  white_cells: { units: ['10*3/uL'], low: '4.0', high: '11.0' },
  red_cells: { units: ['10*6/uL'], low: '3.9', high: '5.9' },
  platelets: { units: ['10*3/uL'], low: '150', high: '450' },
  mcv: { units: ['fL'], low: '80', high: '100' },
  albumin: { units: ['g/dL'], low: '3.5', high: '5.2' },
  protein: { units: ['g/dL'], low: '6.0', high: '8.3' },
  bilirubin: { units: ['mg/dL'], low: '0.1', high: '1.2' },
  alt: { units: ['U/L'], low: '7', high: '56' },
  ast: { units: ['U/L'], low: '10', high: '40' },
  alkaline_phosphatase: { units: ['U/L'], low: '40', high: '130' },
};

/** The result with a common adult range and its flag, where the unit agrees and neither is there; else as it was. */
export function withReferenceRange(text: string, birthDate: string): string {
  const tree = parseResource(text);
  const range = rangeFor(tree, birthDate);
  if (!range) return text;
  tree.referenceRange = [range];
  const code = flagCode(tree, range);
  if (code) tree.interpretation = [conceptOf(systems.interpretation, code, interpretations[code])];
  return printResource(tree);
}

function rangeFor(tree: JsonObject, birthDate: string): JsonObject | null {
  if (tree.resourceType !== 'Observation' || list(tree.referenceRange).length > 0) return null;
  const key = labKey(readConcept(tree.code));
  const known = key && ranges[key];
  const unit = unitOf(tree.valueQuantity);
  if (!known || unit === undefined || !known.units.includes(unit) || !isAdult(tree, birthDate)) return null;
  return {
    ...(known.low !== undefined && { low: limit(known.low, unit) }),
    ...(known.high !== undefined && { high: limit(known.high, unit) }),
  };
}

function limit(value: string, unit: string): JsonObject {
  const quantity: JsonObject = {};
  putValue(quantity, value);
  putUnit(quantity, unit);
  return quantity;
}

/** Eighteen or older on the day of the result, by the calendar of the texts themselves. */
function isAdult(tree: JsonObject, birthDate: string): boolean {
  const day = string(tree.effectiveDateTime)?.slice(0, 10);
  const [year, rest] = [Number(birthDate.slice(0, 4)), birthDate.slice(4)];
  return day !== undefined && birthDate.length === 10 && day >= `${year + 18}${rest}`;
}

function flagCode(tree: JsonObject, range: JsonObject): 'N' | 'L' | 'H' | null {
  const value = valueText(tree.valueQuantity);
  if (value === undefined || interpretationCode(tree) !== undefined) return null;
  const comparator = string(object(tree.valueQuantity)?.comparator);
  const flag = computeFlag({ value, comparator }, { low: valueText(range.low), high: valueText(range.high) });
  return flag && ({ in_range: 'N', low: 'L', high: 'H' } as const)[flag];
}
