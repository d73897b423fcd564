import { hashPassword, verifyPassword } from '#lib/crypto/password-hash';
import { apiToken, askApi } from '../harness/api';
import { demoAccounts, raisedLimits, startProduct } from '../harness/product';
import { closedLoop, type Latencies } from './closed-loop';

/**
 * `npm run bench:sign-in`: 32 people sign in at once, over and over, while others read their profile. Beside it the hash
 * alone, at the same width, in a process that does nothing else; and the same reads while nobody signs in.
 */
const parallel = 32;
const readers = 4;
const rounds = Number(process.env.BENCH_ROUNDS ?? 3);
const seconds = Number(process.env.BENCH_SECONDS ?? 5);

const limits = { LIMIT_SIGN_IN_ACCOUNT: '1000000/60', LIMIT_SIGN_IN_EVERYWHERE: '1000000/60' };
const product = await startProduct({ ...raisedLimits, ...limits, LOG_LEVEL: 'error' });
try {
  const patients = demoAccounts(product, 100).filter(({ role }) => role === 'patient');
  const [reader, ...others] = patients;
  if (!reader) throw new Error('The demo has no patients.');
  const token = await apiToken(product, reader);
  const stored = await hashPassword(reader.password);

  const signIn = async (turn: number) => {
    const { email, password } = others[turn % others.length] ?? reader;
    const { status } = await askApi(product, 'POST /auth/login', { body: { email, password } });
    return status === 200;
  };
  const read = async () => (await askApi(product, 'GET /users/me', { token })).status === 200;

  console.log(`medians of ${rounds} rounds of ${seconds} s                per s   p50 ms   p95 ms   failed`);
  const seen: Record<string, Latencies[]> = {};
  const note = (name: string, sample: Latencies) => {
    seen[name] = [...(seen[name] ?? []), sample];
  };
  for (let round = 0; round < rounds; round += 1) {
    const hash = () => verifyPassword(stored, reader.password);
    note(`the hash alone, ${parallel} at once`, await closedLoop(hash, parallel, seconds));
    note(`reads, ${readers} at once, nobody signs in`, await closedLoop(read, readers, seconds));
    const [signIns, reads] = await Promise.all([
      closedLoop(signIn, parallel, seconds),
      closedLoop(read, readers, seconds),
    ]);
    note(`sign-ins, ${parallel} at once`, signIns);
    note(`reads meanwhile, ${readers} at once`, reads);
  }
  for (const [name, samples] of Object.entries(seen)) report(name, samples);
} finally {
  await product.stop();
}

function report(name: string, samples: readonly Latencies[]): void {
  const middle = (pick: (sample: Latencies) => number) =>
    samples.map(pick).sort((a, b) => a - b)[Math.floor(samples.length / 2)] ?? 0;
  const failed = samples.reduce((sum, sample) => sum + sample.failed, 0);
  const cells = [middle((s) => s.perSecond), middle((s) => s.p50), middle((s) => s.p95)];
  console.log(
    `${name.padEnd(42)} ${cells.map((n) => n.toFixed(0).padStart(8)).join(' ')} ${String(failed).padStart(8)}`,
  );
  if (failed > 0) process.exitCode = 1;
}
