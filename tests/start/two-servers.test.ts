import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { asRole } from '../harness/as-role';
import { demoAccounts } from '../harness/product';
import { familyOf, refresh, signIn, startTwoServers, type TwoServers, whoAmI } from './two-servers';

let servers: TwoServers;

beforeAll(async () => {
  servers = await startTwoServers();
});
afterAll(() => servers?.stop());

async function newPair() {
  const patient = demoAccounts(servers.first).find(({ role }) => role === 'patient');
  if (!patient) throw new Error('The demo has no patient.');
  return (await signIn(servers.origins[0], patient)).pair;
}

/** How many tokens the family has had, whether it has forked, and whether it lives. */
async function familyInDatabase(token = '') {
  const [row] = await asRole(
    servers.superuserUrl,
    (sql) => sql`
      select count(*)::int as tokens, count(*) filter (where t.used_at is null)::int as unused,
             bool_and(s.revoked_at is null) as lives
        from refresh_tokens t join sessions s on s.id = t.session_id where s.id = ${familyOf(token)}`,
  );
  return row;
}

it('fifty parallel refreshes of one token, spread over both, have one successor, and the family lives', async () => {
  const { access_token, refresh_token } = await newPair();
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, n) => refresh(servers.origins[n % 2 === 0 ? 0 : 1], refresh_token)),
  );
  expect(answers.map(({ status }) => status)).toEqual(Array(50).fill(200));
  expect(new Set(answers.map(({ pair }) => pair.refresh_token)).size).toBe(1);
  expect(await familyInDatabase(access_token)).toEqual({ tokens: 2, unused: 1, lives: true });
  for (const [n, origin] of servers.origins.entries())
    expect((await whoAmI(origin, answers[n]?.pair.access_token)).status).toBe(200);
  expect((await refresh(servers.origins[1], answers[0]?.pair.refresh_token)).status).toBe(200);
});

it('two servers that get the same token 13 ms apart do not end its family, time after time', async () => {
  const { access_token, refresh_token } = await newPair();
  let token = refresh_token;
  for (let round = 0; round < 20; round += 1) {
    const [early, late] = round % 2 === 0 ? servers.origins : servers.origins.toReversed();
    const underWay = refresh(early ?? '', token);
    await pause(13);
    const answers = await Promise.all([underWay, refresh(late ?? '', token)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(answers[1]?.pair.refresh_token).toBe(answers[0]?.pair.refresh_token);
    token = answers[0]?.pair.refresh_token;
  }
  expect(await familyInDatabase(access_token)).toEqual({ tokens: 21, unused: 1, lives: true });
});
