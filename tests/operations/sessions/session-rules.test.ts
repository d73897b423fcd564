import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { sessionState } from '#lib/auth/session-state';
import { portalSignIn } from '#lib/operations/auth/portal-sign-in';
import { redeemTicket } from '#lib/operations/auth/redeem-ticket';
import { signOut } from '#lib/operations/auth/sign-out';
import type { UserCaller } from '#lib/operations/kernel/caller';
import { configureEnv, env } from '#lib/platform/env';
import { readEnv } from '#lib/platform/env/read';
import { newRequestId } from '#lib/platform/request-id';
import { newStaff } from '../../factories/staff';
import {
  goodPassword,
  portalCaller,
  portalVisitor,
  type Visitor,
  verifiedPatient,
  visitor,
} from '../../factories/visitor';
import { openClinic, type TestClinic } from '../../harness/clinic';

let clinic: TestClinic;
const { sessions: usual } = env();
beforeAll(async () => {
  clinic = await openClinic();
  await verifiedPatient(clinic, 'patient@example.org');
  for (const role of ['doctor', 'admin'] as const) await newStaff(clinic, `${role}@example.org`, role);
});
afterEach(() => void configureEnv({ sessions: usual }));
afterAll(() => clinic.close());

const roles = ['patient', 'doctor', 'admin'] as const;
const set = (variables: Record<string, string>) => configureEnv({ sessions: readEnv(variables).sessions });
const open = (role: string) => portalVisitor(clinic.clock, `${role}@example.org`);
async function ticketOf(email: string): Promise<string> {
  const answer = await visitor(clinic.clock).call(portalSignIn, { email, password: goodPassword });
  return 'ticket' in answer ? answer.ticket : '';
}
const stateOf = ({ caller }: Visitor) =>
  sessionState((caller as UserCaller).session, { now: clinic.clock.now(), requestId: newRequestId() });
const liveOf = async (people: readonly Visitor[]) =>
  (await Promise.all(people.map(stateOf))).map(({ state }) => state === 'live');

it.each([
  ['patient', 5],
  ['doctor', 3],
  ['admin', 2],
] as const)('of a %s no more than %i stand, the newest among them', async (role, most) => {
  const people: Visitor[] = [];
  for (let count = 0; count < most + 2; count += 1) {
    clinic.clock.advance(1);
    people.push(await open(role));
  }
  expect(await liveOf(people)).toEqual([false, false, ...Array(most).fill(true)]);
});

it.each([
  ['patient', 5],
  ['doctor', 3],
  ['admin', 2],
] as const)('of a %s no more than %i stand, however many sign in at once', async (role, most) => {
  const email = `${role}@example.org`;
  const tickets = await Promise.all(Array.from({ length: 12 }, () => ticketOf(email)));
  // The passwords are behind them, so that nothing but the lock keeps them apart.
  const opened = await Promise.all(
    tickets.map((ticket) => visitor(clinic.clock).call(redeemTicket, { ticket })),
  );
  const people = opened.map((session) => visitor(clinic.clock, portalCaller(session)));
  expect((await liveOf(people)).filter(Boolean)).toHaveLength(most);
});

it.each(roles)('SESSION_LIMIT of a %s holds from the next sign-in on', async (role) => {
  set({ [`SESSION_LIMIT_${role.toUpperCase()}`]: '1' });
  const people = [await open(role), await open(role)];
  expect(await liveOf(people)).toEqual([false, true]);
  const others = roles.filter((other) => other !== role);
  for (const other of others)
    expect(await liveOf([await open(other), await open(other)])).toEqual([true, true]);
});

it.each(roles)('SESSION_IDLE_MINUTES of a %s ends what nobody touches', async (role) => {
  set({ [`SESSION_IDLE_MINUTES_${role.toUpperCase()}`]: '3' });
  const person = await open(role);
  clinic.clock.advance(179);
  expect(await stateOf(person)).toMatchObject({ state: 'live' });
  clinic.clock.advance(1);
  expect(await stateOf(person)).toEqual({ state: 'ended', reason: 'idle' });
  expect((await person.refusal(signOut, {})).code).toBe('unauthenticated');
});

it.each(roles)('SESSION_HOURS of a %s ends what is busy', async (role) => {
  set({
    [`SESSION_HOURS_${role.toUpperCase()}`]: '1',
    [`SESSION_IDLE_MINUTES_${role.toUpperCase()}`]: '1440',
  });
  const person = await open(role);
  clinic.clock.advance(3599);
  expect(await stateOf(person)).toMatchObject({ state: 'live' });
  clinic.clock.advance(1);
  expect(await stateOf(person)).toEqual({ state: 'ended', reason: 'expired' });
  expect((await person.refusal(signOut, {})).code).toBe('unauthenticated');
});

it('a sign-in over the limit is answered as any other, and says how many it ended', async () => {
  set({ SESSION_LIMIT_ADMIN: '1' });
  await open('admin');
  const ticket = await ticketOf('admin@example.org');
  const opened = await visitor(clinic.clock).call(redeemTicket, { ticket });
  expect(opened).toMatchObject({ role: 'admin', evicted: 1 });
});
