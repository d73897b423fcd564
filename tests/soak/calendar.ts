import { demoAccounts } from '../harness/product';
import { call, signIn, startTwoServers } from '../start/two-servers';
import { clientOf, isBroken, type Tally } from './client';
import { faultsOf, messagesNow } from './faults';

/**
 * `npm run soak`: 50 patients search, hold, book, move and cancel at random for ten minutes, on two servers that share one
 * database and offer few times, so that they meet. What then stands in the database is looked at by queries that rely on
 * none of its constraints. `SOAK_MINUTES`, `SOAK_CLIENTS`, `SOAK_SEED` change it.
 */
const minutes = Number(process.env.SOAK_MINUTES ?? 10);
const clients = Number(process.env.SOAK_CLIENTS ?? 50);
const seed = Number(process.env.SOAK_SEED ?? 1);
const holdsEndWithin = 8 * 60_000;
const lookEvery = 5000;

const servers = await startTwoServers();
let faults: string[] = ['The soak did not come to its end.'];
try {
  const { first, origins, superuserUrl } = servers;
  const patients = demoAccounts(first, clients)
    .filter(({ role, totp_secret }) => role === 'patient' && totp_secret === null)
    .slice(-clients);
  const before = await messagesNow(superuserUrl);
  const until = Date.now() + minutes * 60_000;
  const tallies = await Promise.all(
    patients.map(async (account, n) => {
      const origin = origins[n % 2 === 0 ? 0 : 1];
      const { pair } = await signIn(origin, account);
      const token = pair.access_token ?? '';
      const doctors = await doctorsAt(origin, token);
      return clientOf({ origin, doctors, token, seed: seed * 1000 + n }).actUntil(until);
    }),
  );
  tell(tallies);
  const expected = tallies
    .flatMap((tally) => [...tally])
    .reduce((sum, [line, n]) => sum + (causesMail(line) ? n : 0), 0);
  const patience = Date.now() + holdsEndWithin;
  do {
    await new Promise((resolve) => setTimeout(resolve, lookEvery));
    faults = await faultsOf(superuserUrl, { before, expected });
  } while (faults.length > 0 && Date.now() < patience);
  const broken = tallies
    .flatMap((tally) => [...tally.keys()])
    .filter((line) => isBroken(Number(line.split(' ').at(-1))));
  faults.push(...new Set(broken.map((line) => `An answer that should not be: ${line}`)));
} finally {
  await servers.stop();
}
console.log(
  faults.length === 0 ? 'No fault: no overlap, no orphan hold, no lost message.' : faults.join('\n'),
);
process.exitCode = faults.length === 0 ? 0 : 1;

async function doctorsAt(origin: string, token: string): Promise<string[]> {
  const { pair } = await call(origin, 'GET /doctors', { token });
  return (pair as { items: { id: string }[] }).items.map(({ id }) => id);
}

/** Whoever books, moves or cancels gets one message about it. */
function causesMail(line: string): boolean {
  return ['book 201', 'book held 201', 'move 200', 'cancel 204'].includes(line);
}

function tell(tallies: readonly Tally[]): void {
  const all = new Map<string, number>();
  for (const tally of tallies) for (const [line, n] of tally) all.set(line, (all.get(line) ?? 0) + n);
  for (const [line, n] of [...all].sort(([a], [b]) => a.localeCompare(b)))
    console.log(`  ${line.padEnd(20)} ${n}`);
}
