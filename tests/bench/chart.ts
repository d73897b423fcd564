import { chromium, type Page } from 'playwright';
import { paths } from '#lib/platform/paths';
import { apiToken, askApi } from '../harness/api';
import { chromiumOptions } from '../harness/chromium';
import { demoAccounts, type Product, raisedLimits, startProduct } from '../harness/product';
import { Viewers } from '../harness/viewers';
import { readings } from './chart-reading';

/**
 * `npm run bench:chart`: what a list needs of each record of the demo's largest chart, from its content and from its
 * summary; then, of the running product, how long the parts of a chart take to their first byte, the largest of the demo
 * and one with as many records as `BENCH_RECORDS` says; and how long the timeline takes to filter them as one types.
 */
const wanted = Number(process.env.BENCH_RECORDS ?? 10_000);
const rounds = Number(process.env.BENCH_ROUNDS ?? 5);
const writersAtOnce = 8;

for (const line of await readings(rounds)) console.log(line);
const browser = await chromium.launch(chromiumOptions());
const product = await startProduct({ ...raisedLimits, LOG_LEVEL: 'error' }).catch(async (error: unknown) => {
  await browser.close();
  throw error;
});
try {
  const accounts = demoAccounts(product);
  const page = await new Viewers(browser, product, accounts).open('doctor');
  const charts = await chartsOf(page);
  const [largest] = charts;
  const smallest = charts.at(-1);
  if (!largest || !smallest) throw new Error('The doctor has no patients.');
  await report(page, 'largest', largest);
  const doctor = accounts.find(({ email }) => email.startsWith('amara.okafor@'));
  if (!doctor) throw new Error('The demo has no such doctor.');
  await fill(product, await apiToken(product, doctor), smallest);
  await report(page, 'made', smallest);
} finally {
  await browser.close();
  await product.stop();
}

interface Chart {
  id: string;
  count: number;
}

/** The doctor's charts, the largest first. */
async function chartsOf(page: Page): Promise<Chart[]> {
  await page.goto(paths.doctor.patients);
  const hrefs = await page
    .locator('main a[href^="/doctor/patients/"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  const charts: Chart[] = [];
  for (const id of new Set(hrefs.map((href) => href.split('/').at(-1) ?? '')))
    charts.push({ id, count: await open(page, id) });
  return charts.sort((one, other) => other.count - one.count);
}

/** Opens the timeline, and says how many records it can filter. */
async function open(page: Page, id: string): Promise<number> {
  await page.goto(paths.doctor.chart(id, { section: 'timeline' }));
  const status = page.getByRole('status').filter({ hasText: /\d of \d/ });
  await status.waitFor();
  return Number((await status.textContent())?.replace(/.* of (\d+) .*/u, '$1'));
}

async function fill({ ...running }: Product, token: string, { id, count }: Chart): Promise<void> {
  let next = count;
  const write = async () => {
    for (let at = next++; at < wanted; at = next++) {
      const body = {
        patient_id: id,
        record_type: 'lab_result',
        content: {
          text: `Potassium ${at}`,
          value: String(at % 9),
          unit: 'mmol/L',
          reference_range: { low: 3, high: 5 },
        },
        occurred_at: `${1990 + (at % 36)}-0${1 + (at % 9)}-1${at % 10}`,
      };
      const { status } = await askApi(running, 'POST /records', { token, body });
      if (status !== 201) throw new Error(`A record was not written (${status}).`);
    }
  };
  await Promise.all(Array.from({ length: writersAtOnce }, write));
}

async function report(page: Page, name: string, { id }: Chart): Promise<void> {
  const count = await open(page, id);
  const size = await page.locator('main li').count();
  console.log(`\n${name}: ${count} records; ${size} list items on the page`);
  for (const section of [undefined, 'timeline', 'results', 'measurements', 'notes'] as const) {
    const address = paths.doctor.chart(id, section ? { section } : {});
    const times: number[] = [];
    for (let round = 0; round < rounds; round += 1) times.push(await firstByte(page, address));
    console.log(
      `  first byte of ${(section ?? 'overview').padEnd(14)} ${middle(times).toFixed(0).padStart(6)} ms`,
    );
  }
  await open(page, id);
  const filtered: number[] = [];
  for (const text of ['p', 'po', 'pota', 'potassium', 'potassium 9', 'zzz', ''])
    filtered.push(await typed(page, text));
  console.log(
    `  filters in ${middle(filtered).toFixed(1)} ms, at most ${Math.max(...filtered).toFixed(1)} ms`,
  );
}

function middle(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}

async function firstByte(page: Page, address: string): Promise<number> {
  await page.goto(address);
  return page.evaluate(() => {
    const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    return entry ? entry.responseStart - entry.requestStart : Number.NaN;
  });
}

/** From a change of the field until the next frame stands. */
function typed(page: Page, text: string): Promise<number> {
  return page.getByRole('searchbox', { name: 'Search in this chart' }).evaluate(
    (field: HTMLInputElement, value) =>
      new Promise<number>((done) => {
        const start = performance.now();
        field.value = value;
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
        requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
      }),
    text,
  );
}
