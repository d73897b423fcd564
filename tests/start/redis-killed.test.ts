import { afterAll, beforeAll, expect, it } from 'vitest';
import { defaultSessionRules } from '#lib/platform/session-rules';
import { asRole } from '../harness/as-role';
import { demoAccounts } from '../harness/product';
import { type RedisServer, redisServerPath, startRedis } from '../harness/redis-server';
import { type Family, SignInStorm } from './sign-in-storm';
import { refresh, startTwoServers, type TwoServers, whoAmI } from './two-servers';

const { most } = defaultSessionRules.patient;
let servers: TwoServers | undefined;
let redis: RedisServer | undefined;

beforeAll(async () => {
  if (!redisServerPath) return;
  redis = await startRedis();
  servers = await startTwoServers({
    REDIS_URL: redis.url,
    SESSION_LIMIT_PATIENT: String(most),
    LIMIT_SIGN_IN_ACCOUNT: '1000000/60',
    LIMIT_SIGN_IN_EVERYWHERE: '1000000/60',
  });
});
afterAll(async () => {
  redis?.kill();
  await servers?.stop();
});

interface Found {
  forks: number;
  most_live: number;
  counted_refreshes: number;
  revoked: ReadonlySet<string>;
}

const lookInto = (url: string) =>
  asRole(url, async (sql): Promise<Found> => {
    const [row] = await sql<Omit<Found, 'revoked'>[]>`
      select (select count(*)::int from (
                select 1 from refresh_tokens where predecessor_id is not null
                 group by predecessor_id having count(*) > 1
                union all
                select 1 from refresh_tokens where used_at is null
                 group by session_id having count(*) > 1) fork) as forks,
             (select coalesce(max(live), 0)::int from (
                select count(*) as live from sessions where revoked_at is null and expires_at > now()
                 group by user_id) account) as most_live,
             (select count(*)::int from throttle_counters where limit_name = 'refresh') as counted_refreshes`;
    const revoked = await sql<{ id: string }[]>`select id from sessions where revoked_at is not null`;
    if (!row) throw new Error('The database does not answer.');
    return { ...row, revoked: new Set(revoked.map(({ id }) => id)) };
  });

/** What the two servers say to the last pair of a family: the access token at one, then the refresh token at the other. */
async function shown(origins: readonly [string, string], { access_token, refresh_token }: Family) {
  const known = await whoAmI(origins[0], access_token);
  return [known.status, (await refresh(origins[1], refresh_token)).status];
}

it.skipIf(!redisServerPath)(
  'a Redis that is killed amid sign-ins, refreshes and sign-outs at two servers breaks no rule of theirs',
  async () => {
    if (!servers) throw new Error('The servers have not started.');
    const { origins, superuserUrl, first } = servers;
    const patients = demoAccounts(first, 12).filter(({ role }) => role === 'patient');
    const storm = new SignInStorm(origins, patients.slice(0, 12));

    await storm.until(1000, 16);
    expect((await lookInto(superuserUrl)).counted_refreshes).toBe(0);
    const rest = storm.until(2000, 16);
    redis?.kill();
    await rest;

    process.stdout.write(`${JSON.stringify(storm.statuses)}\n`);
    expect(storm.faults).toEqual([]);
    const found = await lookInto(superuserUrl);
    expect(found.forks).toBe(0);
    expect(found.most_live).toBeLessThanOrEqual(most);
    expect(found.counted_refreshes).toBeGreaterThan(0);
    expect(storm.ended.size).toBeGreaterThan(100);
    expect([...storm.ended].filter((id) => !found.revoked.has(id))).toEqual([]);

    // None that ended lets anybody in, with whatever it was given last; each that stands goes on.
    for (const family of storm.families.values()) {
      const expected = found.revoked.has(family.id) ? [401, 401] : [200, 200];
      expect([family.id, ...(await shown(origins, family))]).toEqual([family.id, ...expected]);
    }
  },
);
