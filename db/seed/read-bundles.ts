import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { extractChart, type SyntheaChart } from '#lib/fhir/synthea';
import { type DemoPatient, demoPatients } from './clinic';

const unzip = promisify(gunzip);
const folder = new URL('./synthea/', import.meta.url);

export interface DemoChart extends SyntheaChart {
  readonly demo: DemoPatient;
}

/** The demo's patients with their charts, one bundle in memory at a time. */
export async function* readDemoCharts(): AsyncGenerator<DemoChart> {
  for (const demo of demoPatients) {
    const bundle = await unzip(await readFile(new URL(demo.file, folder)));
    yield { demo, ...extractChart(bundle.toString('utf8')) };
  }
}
