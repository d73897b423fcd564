import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SessionRef } from '#db/client';
import { polledSessionState } from '#lib/auth/session-state';
import { forgetEnds } from '#lib/auth/session-state-cache';
import { hashToken } from '#lib/crypto/tokens';
import { signOut } from '#lib/operations/auth/sign-out';
import type { UserCaller } from '#lib/operations/kernel/caller';
import { extendOwnSession } from '#lib/operations/sessions/extend';
import { getMe } from '#lib/operations/users/get-me';
import { closeRedis, openRedis, redis } from '#lib/platform/redis';
import { newRequestId } from '#lib/platform/request-id';
import { portalVisitor, type Visitor, verifiedPatient } from '../../factories/visitor';
import { asRole } from '../../harness/as-role';
import { openClinic, type TestClinic } from '../../harness/clinic';
import { type RedisServer, redisServerPath, startRedis } from '../../harness/redis-server';

const email = 'polled@example.org';
let clinic: TestClinic;
let server: RedisServer;
let person: Visitor;

const ref = (): SessionRef => (person.caller as UserCaller).session;
const poll = (asked = ref()) =>
  polledSessionState(asked, { now: clinic.clock.now(), requestId: newRequestId() });
const entries = async () => (await redis()?.keys('medisecure:cache:*')) ?? [];
/** Redis keeps what it should have forgotten: only then does it matter what our own clock says of an entry. */
const keepForGood = async () => {
  for (const name of await entries()) await redis()?.persist(name);
};
/** Behind the product's back, so that nothing tells Redis. */
const revoke = () =>
  asRole(
    clinic.database.superuserUrl,
    (sql) =>
      sql`update sessions set revoked_at = created_at, revoked_reason = 'ended_by_admin' where id = ${ref().id}`,
  );
const wait = (milliseconds: number) => clinic.clock.set(clinic.clock.now().add({ milliseconds }).toString());
const ended = { state: 'ended', reason: 'ended_by_admin' };

describe.skipIf(!redisServerPath)('the state of a session with a real Redis in front', () => {
  beforeAll(async () => {
    [clinic, server] = [await openClinic(), await startRedis()];
    await verifiedPatient(clinic, email);
    openRedis(server.url);
    await vi.waitFor(() => expect(redis()?.status).toBe('ready'), { timeout: 10_000 });
  });
  afterAll(async () => {
    closeRedis();
    server.kill();
    await clinic.close();
  });
  beforeEach(async () => {
    await redis()?.flushall();
    person = await portalVisitor(clinic.clock, email);
  });

  it('is told from there a moment later, also to another process, and PostgreSQL is not asked', async () => {
    const first = await poll();
    await keepForGood();
    await revoke();
    wait(499);
    // The row says otherwise by now: so this came from Redis, and is the most that it may be late.
    expect(await poll()).toEqual(first);
    expect(first).toMatchObject({ state: 'live' });
  });

  it('is never told from there half a second after it was looked up, though Redis still has it', async () => {
    await poll();
    await keepForGood();
    await revoke();
    wait(500);
    expect(await poll()).toEqual(ended);
    expect(await entries()).toHaveLength(1);
  });

  it('is not told from there once it is over by itself', async () => {
    wait(30 * 60_000 - 100);
    expect(await poll()).toMatchObject({ state: 'live' });
    wait(100);
    expect(await poll()).toEqual({ state: 'ended', reason: 'idle' });
  });

  it('is forgotten by Redis itself within that time', async () => {
    await poll();
    const [name = ''] = await entries();
    const left = (await redis()?.pttl(name)) ?? 0;
    expect([left > 0, left <= 500]).toEqual([true, true]);
  });

  it('lets no request in: a person who acts asks PostgreSQL', async () => {
    await poll();
    await keepForGood();
    await revoke();
    expect((await person.refusal(getMe, {})).code).toBe('unauthenticated');
  });

  it('is forgotten when the session itself is extended or left', async () => {
    await poll();
    wait(100);
    const extended = await person.call(extendOwnSession, {});
    await forgetEnds(ref());
    expect(await poll()).toEqual({ state: 'live', ...extended });
    await person.call(signOut, {});
    await forgetEnds(ref());
    expect(await poll()).toEqual({ state: 'ended', reason: 'signed_out' });
  });

  it('is told from there to nobody with another secret', async () => {
    await poll();
    await keepForGood();
    expect(await poll({ ...ref(), secretHash: hashToken('guess') })).toEqual({
      state: 'ended',
      reason: 'unknown',
    });
  });

  it('names in Redis neither session nor secret', async () => {
    await poll();
    const [name = ''] = await entries();
    const kept = `${name} ${await redis()?.get(name)}`;
    expect(kept).not.toContain(ref().id);
    expect(kept).not.toContain(Buffer.from(ref().secretHash ?? []).toString('hex'));
  });

  describe('a Redis that lies is not believed', () => {
    const forged = (change: (entry: Record<string, unknown>) => unknown) => async (text: string) =>
      JSON.stringify(change({ ...JSON.parse(text), seen_at: clinic.clock.now().toString() }));
    const otherPersons = async () => {
      const [mine, other] = [person, await portalVisitor(clinic.clock, email)];
      await redis()?.flushall();
      person = other;
      await poll();
      const text = (await redis()?.get((await entries())[0] ?? '')) ?? '';
      person = mine;
      return text;
    };
    it.each<[string, (text: string) => Promise<string>]>([
      ['seen later', forged((entry) => entry)],
      ['seen in the future', forged((entry) => ({ ...entry, seen_at: '2999-01-01T00:00:00Z' }))],
      ['seen at no time', forged((entry) => ({ ...entry, seen_at: 'never' }))],
      ['longer', forged((entry) => ({ ...entry, expires_at: '2999-01-01T00:00:00Z' }))],
      ['without an idle end', forged((entry) => ({ ...entry, idle_ends_at: null }))],
      ['with more in it', forged((entry) => ({ ...entry, state: 'live' }))],
      ['a list', forged(() => [])],
      ['no JSON', async () => '{'],
      ['empty', async () => ''],
      ['the entry of another session', otherPersons],
    ])('%s', async (_name, lie) => {
      await poll();
      const [name = ''] = await entries();
      const text = (await redis()?.get(name)) ?? '';
      wait(600);
      await revoke();
      await redis()?.set(name, await lie(text));
      expect(await poll()).toEqual(ended);
    });

    it('an entry of another kind of value', async () => {
      await poll();
      const [name = ''] = await entries();
      await redis()?.del(name);
      await redis()?.lpush(name, 'live');
      await revoke();
      expect(await poll()).toEqual(ended);
    });
  });

  it('is told by PostgreSQL once Redis is killed, amid questions too', async () => {
    const live = await poll();
    const underWay = Array.from({ length: 50 }, () => poll());
    server.kill();
    expect(new Set((await Promise.all(underWay)).map((told) => JSON.stringify(told)))).toEqual(
      new Set([JSON.stringify(live)]),
    );
    await expect.poll(() => redis()?.status, { timeout: 5000 }).not.toBe('ready');
    expect(await poll()).toEqual(live);
    await revoke();
    expect(await poll()).toEqual(ended);
  });
});
