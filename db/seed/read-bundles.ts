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

/** One patient's chart, from their bundle. */
export async function readDemoChart(demo: DemoPatient): Promise<DemoChart> {
  const bundle = await unzip(await readFile(new URL(demo.file, folder)));
  return { demo, ...extractChart(bundle.toString('utf8')) };
}
