import type { Temporal } from 'temporal-polyfill';
import { systems } from '#lib/fhir/codes';

/**
 * Results of the last days. The bundles end years before any start of the demo, and what is older than three months
 * is history that waits for nobody: without these, the queue of every doctor would be empty. They are as invented as
 * the visits. Each continues a test that its bundle holds, in the same code and unit, with the range and the flag that a
 * laboratory would have printed; every doctor gets a few of them, and one that is critical.
 */
interface NewResult {
  readonly code: string;
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly low?: number;
  readonly high?: number;
  readonly flag: 'N' | 'L' | 'H' | 'LL' | 'HH';
  readonly daysAgo: number;
}

const potassium = { name: 'Potassium', unit: 'mmol/L', low: 3.5, high: 5.1 } as const;
const hba1c = { code: '4548-4', name: 'Hemoglobin A1c/Hemoglobin.total in Blood', unit: '%' } as const;
const glucose = {
  ...{ code: '2339-0', name: 'Glucose [Mass/volume] in Blood', unit: 'mg/dL' },
  ...{ low: 70, high: 99 },
} as const;

/** By the slug of the patient. */
const newResults: Readonly<Record<string, readonly NewResult[]>> = {
  'armando-cortes': [
    { ...potassium, code: '6298-4', value: 6.8, flag: 'HH', daysAgo: 1 },
    { ...hba1c, low: 4, high: 5.6, value: 6.2, flag: 'H', daysAgo: 3 },
  ],
  'gus-dicki': [
    {
      ...{ code: '718-7', name: 'Hemoglobin [Mass/volume] in Blood', unit: 'g/dL', low: 13.5, high: 17.5 },
      ...{ value: 12.4, flag: 'L', daysAgo: 2 },
    },
  ],
  'elsa-vargas': [
    {
      ...{ code: '18262-6', name: 'Low Density Lipoprotein Cholesterol', unit: 'mg/dL', high: 130 },
      ...{ value: 92, flag: 'N', daysAgo: 5 },
    },
  ],
  'garland-cummerata': [
    {
      ...{ code: '38483-4', name: 'Creatinine [Mass/volume] in Blood', unit: 'mg/dL', low: 0.6, high: 1.3 },
      ...{ value: 1.4, flag: 'H', daysAgo: 2 },
    },
    { ...glucose, value: 94, flag: 'N', daysAgo: 2 },
  ],
  'luisa-macias': [
    { ...glucose, value: 44, flag: 'LL', daysAgo: 1 },
    { ...hba1c, low: 4, high: 5.6, value: 6.1, flag: 'H', daysAgo: 4 },
  ],
};

interface Received {
  readonly source_id: string;
  readonly text: string;
}

/** The new results of one patient, as a laboratory would send them. */
export function newResultsOf(slug: string, patientId: string, now: Temporal.Instant): Received[] {
  return (newResults[slug] ?? []).map((result) => ({
    source_id: `new-result:${slug}:${result.code}`,
    text: JSON.stringify(observation(result, patientId, now)),
  }));
}

function observation(result: NewResult, patientId: string, now: Temporal.Instant) {
  const quantity = (value: number) => ({ value, unit: result.unit, system: systems.ucum, code: result.unit });
  return {
    resourceType: 'Observation',
    status: 'final',
    category: [
      { coding: [{ system: systems.observationCategory, code: 'laboratory', display: 'Laboratory' }] },
    ],
    code: { coding: [{ system: systems.loinc, code: result.code, display: result.name }], text: result.name },
    subject: { reference: `Patient/${patientId}` },
    effectiveDateTime: now
      .subtract({ hours: 24 * result.daysAgo })
      .round('second')
      .toString(),
    valueQuantity: quantity(result.value),
    interpretation: [{ coding: [{ system: systems.interpretation, code: result.flag }] }],
    referenceRange: [
      {
        ...(result.low !== undefined && { low: quantity(result.low) }),
        ...(result.high !== undefined && { high: quantity(result.high) }),
      },
    ],
  };
}
