import { randomBytes } from 'node:crypto';
import { startBeside } from '../harness/beside';
import { demoAccounts, raisedLimits, startProduct } from '../harness/product';
import { load, median, type Sample, type Target } from './measure';
import { makeTraffic, type Read } from './traffic';

/**
 * `npm run bench`: reads of one record a second, of the product and of two bare servers on the same database that do the
 * same transaction, select, decryption and audit insert. Rounds are interleaved, so that a busy machine slows all three.
 */
const clients = [1, 16, 64];
const rounds = Number(process.env.BENCH_ROUNDS ?? 5);
const seconds = Number(process.env.BENCH_SECONDS ?? 3);

const bareServer = 'tests/bench/bare-server.ts';
const secret = randomBytes(32).toString('hex');
const product = await startProduct({ ...raisedLimits, LOG_LEVEL: 'error' });
const stops = [product.stop];
try {
  const traffic = await makeTraffic(product, demoAccounts(product), secret);
  const naive = await startBeside(product, bareServer, ['naive', secret]);
  stops.push(naive.stop);
  const shaped = await startBeside(product, bareServer, ['shaped', secret]);
  stops.push(shaped.stop);
  const targets: Target[] = [
    { name: 'product', origin: product.origin, tokenOf: ({ token }) => token },
    { name: 'naive', origin: naive.origin, tokenOf: ({ bareToken }) => bareToken },
    { name: 'shaped', origin: shaped.origin, tokenOf: ({ bareToken }) => bareToken },
  ];
  console.log(
    `${traffic.length} reads in turn, half patients and half doctors; medians of ${rounds} rounds of ${seconds} s`,
  );
  for (const target of targets) await load(target, traffic, 16, seconds);
  for (const count of clients) report(count, await measure(targets, traffic, count));
} finally {
  for (const stop of stops.reverse()) await stop();
}

async function measure(
  targets: readonly Target[],
  traffic: readonly Read[],
  count: number,
): Promise<Map<string, Sample>> {
  const samples = new Map<string, Sample[]>(targets.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const target of targets) {
      samples.get(target.name)?.push(await load(target, traffic, count, seconds));
    }
  }
  return new Map([...samples].map(([name, each]) => [name, median(each)]));
}

function report(count: number, results: ReadonlyMap<string, Sample>): void {
  const rate = (name: string) => results.get(name)?.perSecond ?? 0;
  console.log(`\nclients ${count}   req/s   of naive   of shaped   p99 ms   errors`);
  for (const [name, { perSecond, p99, errors }] of results) {
    const ratio = (other: string) => (perSecond / rate(other)).toFixed(2);
    const cells = [
      perSecond.toFixed(0).padStart(7),
      ratio('naive').padStart(10),
      ratio('shaped').padStart(11),
    ];
    console.log(
      `${name.padEnd(10)} ${cells.join(' ')} ${String(p99).padStart(8)} ${String(errors).padStart(8)}`,
    );
    if (errors > 0) process.exitCode = 1;
  }
}
