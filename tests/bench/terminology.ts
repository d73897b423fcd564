import { closePool, openPool, withActor } from '#db/client';
import { bootstrap, migrate } from '#db/migrate';
import { listCodes, listKnownWords, upsertCodes } from '#db/queries/terminology';
import { loadPickLists, pickLists, readPickList } from '#db/seed/terminology';
import { systemClock } from '#lib/platform/clock';
import { randomSecret } from '#lib/platform/random-secret';
import { newRequestId } from '#lib/platform/request-id';
import { askedWords, wordsOfCode } from '#lib/terminology/search-words';
import { nearestWord } from '#lib/terminology/spelling';
import { startTestCluster } from '../harness/cluster';

/**
 * `npm run bench:terminology`: how long a search for a code takes with the bundled lists and 100,000 imported codes, from
 * the first two letters to a whole name, and with a slip.
 */
const importedCodes = 100_000;
const rounds = 50;
const batch = 1000;

const database = 'bench';
const cluster = await startTestCluster();
try {
  const passwords = { ownerPassword: randomSecret(), loginPassword: randomSecret() };
  await bootstrap(cluster.superuserUrl(), { ...passwords, database });
  const url = (role: string, password: string) =>
    `postgres://medisecure_${role}:${password}@127.0.0.1:${cluster.port}/${database}`;
  await migrate(url('owner', passwords.ownerPassword));
  openPool(url('login', passwords.loginPassword));
  await fill();
  console.log(`of ${rounds} searches among ${importedCodes} codes      p50 ms   p95 ms    found`);
  for (const typed of [
    'di',
    'dia',
    'diabetes',
    'pain left',
    'type 2 dia',
    'glucose mass serum',
    'E11',
    'e119',
  ])
    await report(typed);
  await reportSlip('diabtes');
} finally {
  await closePool();
  await cluster.stop();
}

function asJob<R>(work: Parameters<typeof withActor<R>>[1]): Promise<R> {
  const actor = {
    kind: 'system',
    job: 'terminology',
    now: systemClock.now(),
    requestId: newRequestId(),
  } as const;
  return withActor(actor, work);
}

/** The lists, and names like theirs: each imported one is made of words of three of them. */
async function fill(): Promise<void> {
  await loadPickLists(systemClock);
  const listed = (await Promise.all(pickLists.map(readPickList))).flat();
  const name = (at: number) => listed[at % listed.length]?.display ?? '';
  const started = performance.now();
  for (let from = 0; from < importedCodes; from += batch) {
    const codes = Array.from({ length: batch }, (_, index) => {
      const at = from + index;
      const display = `${name(at)} ${name(at * 7 + 3)} (${name(at * 13 + 5)})`;
      const code = { system: 'urn:bench', code: `B${at}`, display, synonyms: [name(at * 3)], unit: null };
      return { ...code, kinds: ['diagnosis', 'lab_result'] as const };
    });
    await asJob((tx) =>
      upsertCodes(
        tx,
        codes.map((code) => ({ ...code, words: wordsOfCode(code) })),
        false,
      ),
    );
  }
  const seconds = (performance.now() - started) / 1000;
  console.log(`imported ${Math.round(importedCodes / seconds)} codes a second`);
}

async function search(typed: string, kind: string | null): Promise<number> {
  const asked = { text: typed.toLowerCase(), words: askedWords(typed), kind, limit: 12 };
  return (await asJob((tx) => listCodes(tx, asked))).length;
}

async function report(typed: string): Promise<void> {
  await measure(typed, () => search(typed, null));
  await measure(`${typed}, of a kind`, () => search(typed, 'diagnosis'));
}

function reportSlip(typed: string): Promise<void> {
  return measure(`${typed}, a slip`, async () => {
    const known = await asJob((tx) => listKnownWords(tx));
    return search(nearestWord(typed, known), 'diagnosis');
  });
}

async function measure(name: string, work: () => Promise<number>): Promise<void> {
  const [times, counts]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    const started = performance.now();
    counts.push(await work());
    times.push(performance.now() - started);
  }
  times.sort((one, other) => one - other);
  const at = (part: number) => (times[Math.floor(times.length * part)] ?? 0).toFixed(1).padStart(8);
  console.log(`${name.padEnd(44)} ${at(0.5)} ${at(0.95)} ${String(counts[0]).padStart(8)}`);
}
