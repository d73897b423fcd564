import { readdirSync } from 'node:fs';
import path from 'node:path';
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
import { newFolder, removeFolder } from '../start/started';
import { compareChart } from './compare-chart';

/**
 * `npm run bench:fhir -- <folder>`: imports every bundle of the folder into a clinic of its own, with the directory
 * bundles beside them, reads each chart again and tells what differs; then once more, which has to add nothing.
 */
const [folder = ''] = process.argv.slice(2);
const data = newFolder();
Object.assign(process.env, { MEDISECURE_DATA_DIR: data, LOG_LEVEL: 'error' });
const cleanup = new Cleanup();
const files = readdirSync(folder).filter((name) => /\.json(?:\.gz)?$/.test(name));
const isDirectory = (name: string) => name.startsWith('_directory');
const directories = files.filter(isDirectory).map((name) => contentOf(path.join(folder, name)));
let peak = 0;
const watch = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage().rss);
}, 50);
try {
  await openBeside(cleanup, () => process.exit(1));
  await run(addClinic, demoClinic, asJob('import'));
  // The definitions are read once a process: what that takes is no import's.
  validateResource('{"resourceType":"Basic"}');
  const atRest = process.memoryUsage().rss;
  console.log(
    row('bundle', [
      'in',
      'added',
      'refused',
      'out',
      'same',
      'results',
      'named',
      'other',
      'lost',
      'res/s',
      'again',
    ]),
  );
  const sum = { in: 0, out: 0, seconds: 0 };
  for (const name of files.filter((each) => !isDirectory(each))) {
    const first = await imported(name);
    const { out, same, results, named, other, lost } = await compareChart(
      contentOf(path.join(folder, name)),
      first,
    );
    const again = await imported(name);
    const rate = Math.round(first.total / first.seconds);
    const cells = [
      first.total,
      first.added,
      first.rejected,
      out,
      same,
      results,
      named,
      other,
      lost,
      rate,
      again.added + again.updated,
    ];
    console.log(row(name.replace(/\.json(?:\.gz)?$/, ''), cells));
    for (const { path: place, code } of first.issues.slice(0, 5)) console.log(`  ${place}: ${code}`);
    sum.in += first.total;
    sum.out += out;
    sum.seconds += first.seconds;
  }
  const mib = (bytes: number) => `${Math.round(bytes / 2 ** 20)} MiB`;
  console.log(
    `\n${sum.in} resources in, ${sum.out} out; ${Math.round(sum.in / sum.seconds)} a second; ` +
      `resident ${mib(atRest)} with the definitions of R4, at most ${mib(peak)}`,
  );
} finally {
  clearInterval(watch);
  await cleanup.run();
  removeFolder(data);
}

async function imported(name: string) {
  const started = performance.now();
  const content = contentOf(path.join(folder, name));
  const { id } = await run(createClinicImport, { content, directories }, asJob('import'));
  await carryOutImport(id as Id<'imports'>, systemClock, validateResource);
  const seconds = (performance.now() - started) / 1000;
  return { ...(await run(getImport, { id }, asJob('import'))), seconds };
}

function row(name: string, cells: readonly (string | number)[]): string {
  return name.padEnd(48) + cells.map((cell) => String(cell).padStart(8)).join('');
}
