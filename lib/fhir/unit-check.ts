import { isUnit, sameDimension } from '#lib/terminology/units';

const valid = new Map<string, boolean>();
const fitting = new Map<string, boolean>();
/** Codes come from uploads: what is remembered of them has an end. */
const remembered = 5000;

/** Whether it is a code of UCUM: asked for each of thousands of results, of which few units differ. */
export const isUcum = (code: string): boolean => remember(valid, code, () => isUnit(code));

/**
 * Whether a unit can belong to what a LOINC code measures: it is of the same dimension as the unit in use. A mass for a
 * code that counts moles does not fit. True for codes that are not in the table.
 */
export function fitsProperty(loinc: string, unit: string): boolean {
  const usual = usualUnits.get(loinc);
  if (usual === undefined) return true;
  return remember(fitting, `${usual}\n${unit}`, () => sameDimension(inMoles(unit), usual));
}

/** What is one equivalent depends on the charge, which the library asks for: of the same dimension it is in any case. */
const inMoles = (unit: string) => unit.replace(/(^|[./(])([munk]?)eq(?=$|[./)])/g, '$1$2mol');

function remember(known: Map<string, boolean>, key: string, ask: () => boolean): boolean {
  const before = known.get(key);
  if (before !== undefined) return before;
  if (known.size >= remembered) known.clear();
  const answer = ask();
  known.set(key, answer);
  return answer;
}

/** Vital signs and common laboratory tests, by LOINC's property: one unit of the right dimension for each. */
const usualUnits = new Map(
  Object.entries({
    cm: '8302-2 9843-4 8306-3 8308-9',
    kg: '29463-7 3141-9 8339-4',
    'kg/m2': '39156-5',
    Cel: '8310-5 8331-1 8329-5 8332-9',
    'mm[Hg]': '8462-4 8480-6 8478-0 2019-8 2703-7',
    '/min': '8867-4 9279-1',
    '%': '2708-6 59408-5 4548-4 4544-3 20570-8',
    'mg/dL':
      '2093-3 2571-8 18262-6 2085-9 2089-1 13457-7 2339-0 2345-7 1558-6 6299-2 3094-0 38483-4 2160-0 49765-1 17861-6 1975-2 19123-9 2777-1',
    'g/dL': '718-7 786-4 2885-2 1751-7 10834-0',
    'mmol/L':
      '2947-0 6298-4 2069-3 20565-8 2951-2 2823-3 2075-0 2028-9 1960-4 14749-6 15074-8 14647-2 14682-9 22664-7',
    '10*3/uL': '6690-2 777-3 751-8 731-0 742-7 711-2 704-7 789-8',
    fL: '787-2 32623-1',
    pg: '785-6',
    'U/L': '6768-6 1742-6 1920-8 14804-9 2157-6 2324-2',
    'm[IU]/L': '3016-3 11580-8',
    'mg/L': '1988-5 30522-7 2276-4 48065-7 33959-8 89579-7',
    'mL/min/{1.73_m2}': '33914-3 62238-1 98979-8',
    s: '5902-2 3173-2',
    '[pH]': '2744-1 2746-6',
  }).flatMap(([unit, codes]) => codes.split(' ').map((code) => [code, unit] as const)),
);
