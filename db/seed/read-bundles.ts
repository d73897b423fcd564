import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { extractChart, type SyntheaChart } from '#lib/fhir/synthea';
import type { DemoPatient } from './clinic';

const unzip = promisify(gunzip);
const folder = new URL('./synthea/', import.meta.url);

export interface DemoChart extends SyntheaChart {
  readonly demo: DemoPatient;
}

/** Bills: up to half of a bundle, which no page of the demo shows. The demo starts without them. */
const leftOut = ['Claim', 'ExplanationOfBenefit'];

/** One patient's chart, from their bundle. */
export async function readDemoChart(demo: DemoPatient): Promise<DemoChart> {
  const bundle = await unzip(await readFile(new URL(demo.file, folder)));
  const { patient, resources } = extractChart(bundle.toString('utf8'));
  return {
    demo,
    patient,
    resources: resources.filter(({ resource_type }) => !leftOut.includes(resource_type)),
  };
}
