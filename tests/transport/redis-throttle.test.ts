import { afterAll, beforeAll, expect, it } from 'vitest';
import { consume } from '#lib/auth/throttle';
import { defaultLimits } from '#lib/platform/limits';
import { closeRedis, openRedis, redis } from '#lib/platform/redis';
import { asRole } from '../harness/as-role';
import { openClinic, type TestClinic } from '../harness/clinic';
import { type RedisServer, redisServerPath, startRedis } from '../harness/redis-server';

let clinic: TestClinic;
let server: RedisServer | undefined;

beforeAll(async () => {
  clinic = await openClinic();
  if (!redisServerPath) return;
  server = await startRedis();
  openRedis(server.url);
});
afterAll(async () => {
  closeRedis();
  server?.kill();
  await clinic.close();
});

const countersKept = async () => {
  const [row] = await asRole(
    clinic.database.superuserUrl,
    (sql) => sql`select count(*)::int as n from throttle_counters`,
  );
  return row?.n;
};
const use = () => consume('refresh', 'one family', clinic.clock.now());

it.skipIf(!redisServerPath)(
  'counters live in Redis, sign-in’s in PostgreSQL, and all of them there once Redis is killed',
  async () => {
    await expect.poll(() => redis()?.status, { timeout: 10_000 }).toBe('ready');
    const { count } = defaultLimits.refresh;
    const waits = await Promise.all(Array.from({ length: count + 1 }, use));
    expect(waits.filter((wait) => wait === null)).toHaveLength(count);
    expect(await countersKept()).toBe(0);
    expect((await redis()?.keys('*'))?.join()).not.toContain('family');
    await consume('sign_in_account', 'somebody', clinic.clock.now());
    expect(await countersKept()).toBe(1);

    const underWay = Array.from({ length: 20 }, use);
    server?.kill();
    await Promise.all(underWay);
    await expect.poll(() => redis()?.status, { timeout: 5_000 }).not.toBe('ready');
    const alone = await Promise.all(Array.from({ length: count + 21 }, use));
    expect(alone.filter((wait) => wait === null).length).toBeLessThanOrEqual(count);
    expect(await countersKept()).toBe(2);
  },
);
