import { readdirSync } from 'node:fs';
import path from 'node:path';
import { stringify } from 'lossless-json';
import { demoClinic } from '#db/seed/clinic';
import { carryOutImport } from '#lib/jobs/handlers/carry-out-imports';
import { addClinic } from '#lib/operations/clinic-import/add-clinic';
import { createClinicImport } from '#lib/operations/imports/create-for-clinic';
import { getImport } from '#lib/operations/imports/get';
import { run } from '#lib/operations/run';
import { systemClock } from '#lib/platform/clock';
import type { Id } from '#lib/platform/ids';
import { asJob } from '#lib/transport/as-job';
import { contentOf } from '#lib/transport/cli/import-files';
import { Cleanup } from '#lib/transport/start/cleanup';
import { openBeside } from '#lib/transport/start/open-beside';
import { validateResource } from '#lib/transport/start/validate-resource';
import { faultsOf } from '../harness/fhir-validators';
import { raisedLimits } from '../harness/product';
import { newFolder, removeFolder } from '../start/started';
import { chartReader, type ReadChart } from './chart-reader';
import { compareChart, entriesOf } from './compare-chart';

/**
 * `npm run bench:fhir -- <folder>`: imports every bundle of the folder into a clinic of its own, with the directory
 * bundles beside them, and once more, which has to add nothing. Then exports each chart by `Patient/$everything`, tells
 * what differs from what came, and what two validators of others find wrong with it before and after.
 */
const [folder = ''] = process.argv.slice(2);
const data = newFolder();
Object.assign(process.env, { ...raisedLimits, MEDISECURE_DATA_DIR: data, LOG_LEVEL: 'error' });
const cleanup = new Cleanup();
const files = readdirSync(folder).filter((name) => /\.json(?:\.gz)?$/.test(name));
const isDirectory = (name: string) => name.startsWith('_directory');
const bundles = files.filter((name) => !isDirectory(name));
const directories = files.filter(isDirectory).map((name) => contentOf(path.join(folder, name)));
let peak = 0;
try {
  await openBeside(cleanup, () => process.exit(1));
  const { id: clinicId } = await run(addClinic, demoClinic, asJob('import'));
  const charts = await importAll();
  await exportAll(charts, await chartReader(clinicId));
} finally {
  await cleanup.run();
  removeFolder(data);
}

type Import = Awaited<ReturnType<typeof imported>>;

async function importAll(): Promise<Map<string, Import>> {
  // The definitions are read once a process: what that takes is no import's.
  validateResource('{"resourceType":"Basic"}');
  const atRest = process.memoryUsage().rss;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
  }, 50);
  const charts = new Map<string, Import>();
  row('import', ['in', 'added', 'refused', 'res/s', 'again']);
  for (const name of bundles) {
    const first = await imported(name);
    const again = await imported(name);
    charts.set(name, first);
    const { total, added, rejected, seconds } = first;
    row(name, [total, added, rejected, Math.round(total / seconds), again.added + again.updated]);
    for (const { path: place, code } of first.issues.slice(0, 5)) console.log(`  ${place}: ${code}`);
  }
  clearInterval(watch);
  const total = (part: 'total' | 'seconds') =>
    [...charts.values()].reduce((sum, each) => sum + each[part], 0);
  const mib = (bytes: number) => `${Math.round(bytes / 2 ** 20)} MiB`;
  console.log(
    `\n${total('total')} resources in, ${Math.round(total('total') / total('seconds'))} a second; ` +
      `resident ${mib(atRest)} with the definitions of R4, at most ${mib(peak)}\n`,
  );
  return charts;
}

async function imported(name: string) {
  const started = performance.now();
  const content = contentOf(path.join(folder, name));
  const { id } = await run(createClinicImport, { content, directories }, asJob('import'));
  await carryOutImport(id as Id<'imports'>, systemClock, validateResource);
  const seconds = (performance.now() - started) / 1000;
  return { ...(await run(getImport, { id }, asJob('import'))), seconds };
}

async function exportAll(charts: ReadonlyMap<string, Import>, read: ReadChart): Promise<void> {
  const columns = ['in', 'lost', 'same', 'refs', 'results', 'medicine', 'version', 'other', 'made'];
  row('export', [...columns, 'errors', 'after', 'new', 'res/s']);
  const sums: number[] = [];
  for (const [name, chart] of charts) {
    const entries = await entriesOf(contentOf(path.join(folder, name)));
    const started = performance.now();
    const exported = await read(chart.patient_id as Id<'patients'>);
    const rate = Math.round(exported.length / ((performance.now() - started) / 1000));
    const found = await compareChart(entries, exported, chart);
    const { lost, same, references, results, medicines, versions, other, made } = found;
    const before = faults(entries.map(({ resource }) => resource));
    const after = faults(exported);
    const fresh = [...new Set(after)].filter((fault) => !before.includes(fault)).length;
    const counts = [entries.length, lost, same, references, results, medicines, versions, other, made];
    const cells = [...counts, before.length, after.length, fresh];
    row(name, [...cells, rate]);
    cells.forEach((cell, at) => {
      sums[at] = (sums[at] ?? 0) + cell;
    });
  }
  row('all', sums);
}

function faults(trees: readonly object[]): string[] {
  return trees.flatMap((tree) => faultsOf(JSON.parse(stringify(tree) ?? '')));
}

function row(name: string, cells: readonly (string | number)[]): void {
  const first = name.replace(/\.json(?:\.gz)?$/, '').padEnd(46);
  console.log(first + cells.map((cell) => String(cell).padStart(9)).join(''));
}
