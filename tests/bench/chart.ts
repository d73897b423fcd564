import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Page } from 'playwright';
import { paths } from '#lib/platform/paths';
import { chromiumOptions } from '../harness/chromium';
import { demoAccounts, importInto, raisedLimits, startProduct } from '../harness/product';
import { Viewers } from '../harness/viewers';
import { type ChartFile, largestIn, madeChart } from './chart-files';
import { firstByte, openTimeline, scrollThrough, typed } from './chart-page';
import { readings } from './chart-reading';
import { scriptSizes } from './script-sizes';

/**
 * `npm run bench:chart -- [folder]`: what a list needs of each record of the demo's largest chart, from its content and
 * from its summary; then, of the running product, the largest bundle of the folder, and a made one of as many records as
 * `BENCH_RECORDS` says, both imported by the command: how long each part takes to its first byte, its client JavaScript,
 * how long the timeline takes to filter as one types, and its frames while the wheel turns from the first row to the last.
 */
const wanted = Number(process.env.BENCH_RECORDS ?? 10_000);
const rounds = Number(process.env.BENCH_ROUNDS ?? 5);
const [folder = 'db/seed/synthea'] = process.argv.slice(2);
const doctor = 'amara.okafor@';
const made = path.join(tmpdir(), `medisecure-bench-${process.pid}.json`);

for (const line of await readings(rounds)) console.log(line);
const browser = await chromium.launch(chromiumOptions());
const product = await startProduct({ ...raisedLimits, LOG_LEVEL: 'error' }).catch(async (error: unknown) => {
  await browser.close();
  throw error;
});
try {
  const accounts = demoAccounts(product);
  const email = accounts.find((each) => each.email.startsWith(doctor))?.email;
  if (!email) throw new Error('The demo has no such doctor.');
  const viewers = new Viewers(browser, product, accounts);
  for (const chart of [largestIn(folder), madeChart(made, wanted)]) {
    importInto(product, chart.file, chart.directories, email);
    await report(await viewers.open('doctor'), await viewers.open('doctor'), chart);
  }
} finally {
  rmSync(made, { force: true });
  await browser.close();
  await product.stop();
}

async function report(page: Page, empty: Page, { name }: ChartFile): Promise<void> {
  const id = await idOf(page, name);
  const { count, ready } = await openTimeline(page, id);
  console.log(`\n${name}: ${count} records; the timeline can filter them after ${ready.toFixed(0)} ms`);
  for (const section of [undefined, 'timeline', 'results', 'measurements', 'notes'] as const) {
    const address = paths.doctor.chart(id, section ? { section } : {});
    const times: number[] = [];
    for (let round = 0; round < rounds; round += 1) times.push(await firstByte(page, address));
    tell(`first byte of ${section ?? 'overview'}`, times);
  }
  const sizes = await scriptSizes(empty, paths.doctor.chart(id, { section: 'timeline' }));
  const kilobytes = sizes.reduce((sum, size) => sum + size, 0) / 1000;
  console.log(`  client JavaScript of the timeline: ${kilobytes.toFixed(1)} KB in ${sizes.length} files`);
  await openTimeline(page, id);
  const filtered: number[] = [];
  for (let round = 0; round < rounds; round += 1)
    for (const text of ['p', 'po', 'pota', 'potassium', 'potassium 9', 'zzz', ''])
      filtered.push(await typed(page, text));
  tell('filters', filtered);
  const frames = await scrollThrough(page);
  tell(`${frames.length} frames of scrolling`, frames);
  const late = frames.filter((each) => each > 50).length;
  console.log(`  frames over 50 ms: ${late}, ${((late / frames.length) * 100).toFixed(1)} %`);
}

async function idOf(page: Page, name: string): Promise<string> {
  await page.goto(paths.doctor.patients);
  const link = page.locator('main a[href^="/doctor/patients/"]').filter({ hasText: name }).first();
  return (await link.getAttribute('href'))?.split('/').at(-1) ?? '';
}

function tell(what: string, times: readonly number[]): void {
  const sorted = [...times].sort((one, other) => one - other);
  const median = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  const worst = sorted.at(-1) ?? Number.NaN;
  console.log(
    `  ${what.padEnd(28)} median ${median.toFixed(1).padStart(7)} ms, at most ${worst.toFixed(1)} ms`,
  );
}
