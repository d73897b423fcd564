import { readFileSync } from 'node:fs';
import path from 'node:path';
import { livingOwner } from '#lib/platform/owner-lock';
import { folderSecrets } from '#lib/transport/start/folder-secrets';
import { apiToken, askApi } from '../harness/api';
import { asRole } from '../harness/as-role';
import { demoAccounts, raisedLimits, startProduct } from '../harness/product';

/**
 * `npm run bench:enumeration`: how long each door takes for each kind of account, as a ratio of what it takes for an
 * address that nobody has. Asked in turns, so that what else the machine does meets all of them alike. The work itself is
 * counted by a test; a ratio far from 1 would say that the work is not where the time goes.
 */
const rounds = Number(process.env.BENCH_ROUNDS ?? 100);
const names = ['SIGN_IN_ACCOUNT', 'SIGN_IN_EVERYWHERE', 'SIGN_UP_EMAIL', 'RESET_EMAIL', 'RESET_REQUEST'];
const limits = Object.fromEntries(names.map((name) => [`LIMIT_${name}`, '1000000/60']));

const product = await startProduct({ ...raisedLimits, ...limits, LOG_LEVEL: 'error' });
try {
  const accounts = demoAccounts(product, 4);
  const [known, disabled] = accounts.filter(({ role }) => role === 'patient');
  const staff = accounts.find(({ role }) => role === 'doctor');
  if (!known || !disabled || !staff) throw new Error('The demo has too few accounts.');
  const { password } = known;
  await askApi(product, 'POST /auth/signup', { body: { email: 'unverified@example.org', password } });
  await disable(await ownId(disabled));
  const addresses = {
    unknown: 'nobody@example.org',
    known: known.email,
    unverified: 'unverified@example.org',
    disabled: disabled.email,
    staff: staff.email,
  };
  const doors = {
    'sign-in, wrong password': (email: string) =>
      askApi(product, 'POST /auth/login', { body: { email, password: 'Wrong-Password7!' } }),
    'sign-up': (email: string) => askApi(product, 'POST /auth/signup', { body: { email, password } }),
    'forgotten password': (email: string) =>
      askApi(product, 'POST /auth/password/forgot', { body: { email } }),
    'question to a passkey': () => askApi(product, 'POST /auth/passkeys/options', { body: {} }),
  };
  const kinds = Object.keys(addresses) as (keyof typeof addresses)[];
  console.log(`medians of ${rounds}      ${kinds.map((kind) => kind.padStart(11)).join('')}`);
  for (const [door, ask] of Object.entries(doors)) {
    const taken = Object.fromEntries(kinds.map((kind) => [kind, [] as number[]]));
    for (let round = 0; round < rounds; round += 1) {
      for (const kind of kinds) {
        const start = performance.now();
        await ask(addresses[kind]);
        taken[kind]?.push(performance.now() - start);
      }
    }
    const base = median(taken.unknown);
    const cells = kinds.map((kind) => (median(taken[kind]) / base).toFixed(2).padStart(11));
    console.log(`${door.padEnd(24)}${cells.join('')}   (1 is ${base.toFixed(1)} ms)`);
  }
} finally {
  await product.stop();
}

function median(taken: readonly number[] = []): number {
  return taken.toSorted((a, b) => a - b)[Math.floor(taken.length / 2)] ?? 0;
}

async function ownId(account: Parameters<typeof apiToken>[1]): Promise<string> {
  const token = await apiToken(product, account);
  return (await askApi<{ id: string }>(product, 'GET /users/me', { token })).json.id;
}

/** Behind the product's back: the bench signs in no admin. */
async function disable(userId: string): Promise<void> {
  const folder = product.environment.MEDISECURE_DATA_DIR ?? '';
  const password = readFileSync(path.join(folder, 'secrets/database-superuser'), 'utf8');
  const { database } = folderSecrets(folder);
  const url = `postgres://postgres:${password}@127.0.0.1:${livingOwner(folder)?.databasePort}/${database}`;
  await asRole(url, (sql) => sql`update users set disabled_at = now() where id = ${userId}`);
}
