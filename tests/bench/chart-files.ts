import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { extractChart } from '#lib/fhir/synthea';

/** A chart to be imported. */
export interface ChartFile {
  readonly file: string;
  readonly directories: readonly string[];
  readonly name: string;
}

/** The bundle of a folder with the most resources, and the directories that it refers to. */
export function largestIn(folder: string): ChartFile {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json.gz'));
  const isDirectory = (name: string) => name.startsWith('_directory');
  const charts = files
    .filter((name) => !isDirectory(name))
    .map((name) => {
      const file = path.join(folder, name);
      const { patient, resources } = extractChart(gunzipSync(readFileSync(file)).toString('utf8'));
      return { file, name: patient.legal_name, count: resources.length };
    });
  const [largest] = charts.sort((one, other) => other.count - one.count);
  if (!largest) throw new Error('No bundle is there.');
  const directories = files.filter(isDirectory).map((name) => path.join(folder, name));
  return { ...largest, directories };
}

const kinds = [
  ['laboratory', '6298-4', 'Potassium', 'mmol/L', 3],
  ['laboratory', '4548-4', 'Hemoglobin A1c/Hemoglobin.total in Blood', '%', 5],
  ['laboratory', '2339-0', 'Glucose', 'mg/dL', 90],
  ['laboratory', '38483-4', 'Creatinine', 'mg/dL', 1],
  ['vital-signs', '8867-4', 'Heart rate', '/min', 70],
  ['vital-signs', '29463-7', 'Body weight', 'kg', 80],
] as const;

const years = 20;
const patient = 'urn:uuid:10000000-0000-4000-8000-000000000000';

/** Somebody who was measured so often in twenty years. */
export function madeChart(file: string, count: number): ChartFile {
  const person = {
    resourceType: 'Patient',
    id: patient.slice('urn:uuid:'.length),
    name: [{ use: 'official', family: 'Longtimer', given: ['Bea'] }],
    gender: 'female',
    birthDate: '1950-02-01',
  };
  const resources = Array.from({ length: count }, (_, at) => observation(at, count));
  const entry = [person, ...resources].map((resource) => ({
    fullUrl: `urn:uuid:${resource.id}`,
    resource,
    request: { method: 'POST', url: resource.resourceType },
  }));
  writeFileSync(file, JSON.stringify({ resourceType: 'Bundle', type: 'transaction', entry }));
  return { file, directories: [], name: 'Bea Longtimer' };
}

function observation(at: number, count: number) {
  const [category, code, display, unit, low] = kinds[at % kinds.length] ?? kinds[0];
  const day = new Date(Date.UTC(2005, 0, 1) + (at / count) * years * 365.25 * 86_400_000);
  return {
    resourceType: 'Observation',
    id: `20000000-0000-4000-8000-${String(at).padStart(12, '0')}`,
    status: 'final',
    category: [
      { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: category }] },
    ],
    code: { coding: [{ system: 'http://loinc.org', code, display }], text: display },
    subject: { reference: patient },
    effectiveDateTime: day.toISOString(),
    valueQuantity: { value: low + (at % 9), unit, system: 'http://unitsofmeasure.org', code: unit },
  };
}
