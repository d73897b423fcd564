import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { consume } from '#lib/auth/throttle';
import { isOperationError } from '#lib/errors/operation-error';
import { setThrottle } from '#lib/operations/kernel/throttle';
import { configureEnv, env } from '#lib/platform/env';
import { defaultLimits, type LimitName, limitNames } from '#lib/platform/limits';
import { newRequestId } from '#lib/platform/request-id';
import { problem } from '#lib/transport/answer';
import { verifiedPatient } from '../../factories/visitor';
import { openClinic, type TestClinic } from '../../harness/clinic';
import { limitCases } from './limit-cases';
import { enrolledAccount, limitWorld } from './limit-world';

const plain = 'plain@example.org';
let clinic: TestClinic;
let people: readonly [
  Awaited<ReturnType<typeof enrolledAccount>>,
  Awaited<ReturnType<typeof enrolledAccount>>,
];
let nth = 0;
beforeAll(async () => {
  clinic = await openClinic();
  await verifiedPatient(clinic, plain);
  people = [
    await enrolledAccount(clinic, 'owner@example.org'),
    await enrolledAccount(clinic, 'other@example.org'),
  ];
});
afterEach(() => void configureEnv({ limits: { ...env().limits, ...defaultLimits } }));
afterAll(() => clinic.close());

async function worldWith(limit: LimitName) {
  nth += 1;
  clinic.clock.advance(2 * 3600);
  setThrottle(async () => null);
  const world = await limitWorld(clinic, people, plain, nth);
  configureEnv({ limits: { ...env().limits, [limit]: { count: 2, seconds: 77 } } });
  setThrottle(consume);
  return world;
}

/** What a door answers: status, and how long to wait. */
async function answerOf(use: Promise<unknown>) {
  try {
    await use;
    return [200];
  } catch (error) {
    if (!isOperationError(error)) throw error;
    const { status, headers } = problem(error, newRequestId());
    return headers['retry-after'] === undefined ? [status] : [status, headers['retry-after']];
  }
}

const cases = Object.keys(limitCases) as (keyof typeof limitCases)[];

it('every throttle is here, but for that of an address, that of a diary, and those of messages sent', () => {
  // The last have tests of their own: sms-quota.
  const others = ['open_visits', 'api_address', ...limitNames.filter((name) => name.startsWith('sms_send_'))];
  expect([...cases, ...others].sort()).toEqual([...limitNames].sort());
});

it.each(cases)('%s, used up, answers 429 and when to come back, and meets nobody else', async (limit) => {
  const { use, free } = limitCases[limit];
  const world = await worldWith(limit);
  for (const n of [1, 2]) expect((await answerOf(use(world, n)))[0]).not.toBe(429);
  expect(await answerOf(use(world, 3))).toEqual([429, '77']);
  for (const [who, goesOn] of Object.entries(free)) {
    expect([who, (await answerOf(goesOn(world)))[0]]).not.toEqual([who, 429]);
  }
  expect((await answerOf(use(world, 4)))[0]).toBe(429);
  clinic.clock.advance(77);
  expect((await answerOf(use(world, 5)))[0]).not.toBe(429);
});

it.each(['mfa_verify', 'mfa_everywhere', 'sms_verify', 'sms_everywhere', 'recovery_everywhere'] as const)(
  'the holder of a passkey signs in though %s is used up, and so does each other method',
  async (limit) => {
    const { use, free } = limitCases[limit];
    const world = await worldWith(limit);
    for (const n of [1, 2, 3]) await answerOf(use(world, n));
    for (const [who, goesOn] of Object.entries(free)) {
      if (who !== 'another account') expect([who, ...(await answerOf(goesOn(world)))]).toEqual([who, 200]);
    }
  },
);
