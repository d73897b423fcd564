import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { consume } from '#lib/auth/throttle';
import { forgetSuccessorsOnce, startPurge } from '#lib/jobs/purge';
import { login } from '#lib/operations/auth/login';
import { refresh } from '#lib/operations/auth/refresh';
import { setThrottle } from '#lib/operations/kernel/throttle';
import { getMe } from '#lib/operations/users/get-me';
import { apiVisitor, callerOf, goodPassword, verifiedPatient, visitor } from '../../factories/visitor';
import { asRole } from '../../harness/as-role';
import { openClinic, type TestClinic } from '../../harness/clinic';
import { mailsTo } from '../../harness/mails';

const email = 'grace@example.org';
let clinic: TestClinic;
beforeAll(async () => {
  clinic = await openClinic();
  await verifiedPatient(clinic, email);
});
afterAll(() => clinic.close());

const stranger = () => visitor(clinic.clock);
const rotate = (refresh_token: string) => stranger().call(refresh, { refresh_token });
const refused = (refresh_token: string) => stranger().refusal(refresh, { refresh_token });
const signIn = async () => (await apiVisitor(clinic.clock, email)).tokens;
const asks = async (accessToken: string) => {
  const person = visitor(clinic.clock, callerOf(accessToken));
  return person.call(getMe, {}).then(
    () => 'let in',
    ({ code }: { code: string }) => code,
  );
};
const rows = <T extends object>(query: string) =>
  asRole(clinic.database.superuserUrl, (sql) => sql.unsafe<T[]>(query));

const sessionOf = (accessToken: string) => callerOf(accessToken).session.id;
const keptSuccessors = async (accessToken: string) => {
  const [row] = await rows<{ n: number }>(
    `select count(*)::int as n from refresh_tokens
      where session_id = '${sessionOf(accessToken)}' and successor is not null`,
  );
  return row?.n;
};

describe('parallel refreshes of one token', () => {
  it('all get the one successor, and nobody is signed out, however many there are', async () => {
    setThrottle(consume);
    const { refresh_token } = await signIn();
    const pairs = await Promise.all(Array.from({ length: 50 }, () => rotate(refresh_token)));
    setThrottle(async () => null);
    expect(new Set(pairs.map((pair) => pair.refresh_token)).size).toBe(1);
    for (const { access_token } of pairs) expect(await asks(access_token)).toBe('let in');
    const next = pairs[0]?.refresh_token ?? '';
    expect(await rotate(next)).toHaveProperty('access_token');
  });

  it('never fork the family: of each token there is one successor, and the database would not take another', async () => {
    const [row] = await rows<{ most: number }>(
      `select max(n)::int as most from (select count(*) as n from refresh_tokens
        where predecessor_id is not null group by predecessor_id) as forks`,
    );
    expect(row?.most).toBe(1);
    const twice = rows(
      `insert into refresh_tokens (id, session_id, user_id, token_hash, created_at, expires_at, predecessor_id)
       select gen_random_uuid(), session_id, user_id, decode(repeat('00', 32), 'hex'), created_at, expires_at, predecessor_id
         from refresh_tokens where predecessor_id is not null limit 1`,
    );
    await expect(twice).rejects.toThrow('refresh_tokens_predecessor');
  });
});

describe('a refresh whose answer was lost', () => {
  it('is given the same successor nine seconds later, and the client goes on with it', async () => {
    const first = await signIn();
    const lost = await rotate(first.refresh_token);
    clinic.clock.advance(9);
    const again = await rotate(first.refresh_token);
    expect(again.refresh_token).toBe(lost.refresh_token);
    expect(await asks(again.access_token)).toBe('let in');
    expect((await rotate(again.refresh_token)).refresh_token).not.toBe(lost.refresh_token);
  });

  it('is kept for ten seconds and forgotten by the next look, also where nobody comes back', async () => {
    const first = await signIn();
    await rotate(first.refresh_token);
    clinic.clock.advance(10);
    await forgetSuccessorsOnce(clinic.clock);
    expect(await keptSuccessors(first.access_token)).toBe(1);
    clinic.clock.advance(1);
    await forgetSuccessorsOnce(clinic.clock);
    expect(await rows(`select 1 from refresh_tokens where successor is not null`)).toEqual([]);
  });

  it('needs no answer again once the successor has been used: that moment it is forgotten', async () => {
    const first = await signIn();
    const second = await rotate(first.refresh_token);
    expect(await keptSuccessors(first.access_token)).toBe(1);
    await rotate(second.refresh_token);
    const kept = await rows<{ is_second: boolean }>(
      `select predecessor_id is not null as is_second from refresh_tokens
        where session_id = '${sessionOf(first.access_token)}' and successor is not null`,
    );
    expect(kept).toEqual([{ is_second: true }]);
  });

  it('is forgotten by a job of its own, twice a minute', async () => {
    const first = await signIn();
    await rotate(first.refresh_token);
    clinic.clock.advance(11);
    const stop = startPurge(clinic.clock);
    await expect.poll(() => keptSuccessors(first.access_token)).toBe(0);
    await stop();
  });
});

describe('a stolen refresh token is noticed', () => {
  it('at eleven seconds the family dies, the log says so and the owner gets one mail', async () => {
    await verifiedPatient(clinic, 'robbed@example.org');
    const { tokens } = await apiVisitor(clinic.clock, 'robbed@example.org');
    const next = await rotate(tokens.refresh_token);
    clinic.clock.advance(11);
    for (let tries = 0; tries < 3; tries += 1) {
      expect((await refused(tokens.refresh_token)).code).toBe('invalid_refresh_token');
    }
    expect((await clinic.events()).at(-1)?.action).toBe('REFRESH_REUSED');
    expect(await asks(next.access_token)).toBe('unauthenticated');
    expect((await refused(next.refresh_token)).code).toBe('invalid_refresh_token');
    const mails = await mailsTo(clinic.database.superuserUrl, 'robbed@example.org');
    const told = mails.filter(({ subject }) => subject === 'An app was signed out of your account');
    expect(told).toHaveLength(1);
  });

  it('within the grace too, once its successor has been used', async () => {
    const first = await signIn();
    const second = await rotate(first.refresh_token);
    const third = await rotate(second.refresh_token);
    expect((await refused(first.refresh_token)).code).toBe('invalid_refresh_token');
    expect(await asks(third.access_token)).toBe('unauthenticated');
  });

  it('when it is generations old, though all of them are seconds old', async () => {
    const generations = [await signIn()];
    for (let age = 0; age < 3; age += 1) {
      generations.push(await rotate(generations.at(-1)?.refresh_token ?? ''));
    }
    expect((await refused(generations[0]?.refresh_token ?? '')).code).toBe('invalid_refresh_token');
    expect((await refused(generations.at(-1)?.refresh_token ?? '')).code).toBe('invalid_refresh_token');
  });

  it('and the owner signs in again as ever: reuse is no wrong password', async () => {
    expect(await stranger().call(login, { email, password: goodPassword })).toHaveProperty('access_token');
  });
});
