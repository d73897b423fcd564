import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sessionState } from '#lib/auth/session-state';
import { portalSignIn } from '#lib/operations/auth/portal-sign-in';
import { redeemTicket } from '#lib/operations/auth/redeem-ticket';
import type { UserCaller } from '#lib/operations/kernel/caller';
import { listSessions } from '#lib/operations/sessions/list';
import { getMe } from '#lib/operations/users/get-me';
import { configureEnv, env } from '#lib/platform/env';
import { newRequestId } from '#lib/platform/request-id';
import {
  apiVisitor,
  goodPassword,
  portalVisitor,
  type Visitor,
  verifiedPatient,
  visitor,
} from '../../factories/visitor';
import { asRole } from '../../harness/as-role';
import { openClinic, type TestClinic } from '../../harness/clinic';
import { mailsTo } from '../../harness/mails';

let clinic: TestClinic;
let email: string;
let made = 0;
beforeAll(async () => {
  clinic = await openClinic();
});
afterAll(() => clinic.close());
beforeEach(async () => {
  made += 1;
  email = `many${made}@example.org`;
  await verifiedPatient(clinic, email);
});

const signIn = () => portalVisitor(clinic.clock, email);
const codeOf = (person: Visitor) =>
  person.call(getMe, {}).then(
    () => 'let in',
    ({ code }: { code: string }) => code,
  );
const liveOf = async (person: Visitor) => (await person.call(listSessions, {})).items.length;
const stateOf = ({ caller }: Visitor) =>
  sessionState((caller as UserCaller).session, { now: clinic.clock.now(), requestId: newRequestId() });

describe('the number of sessions of an account', () => {
  it('never goes above the limit, however many sign in at once', async () => {
    const people = await Promise.all(Array.from({ length: 20 }, signIn));
    const codes = await Promise.all(people.map(codeOf));
    expect(codes.filter((code) => code === 'let in')).toHaveLength(5);
    const [row] = await asRole(
      clinic.database.superuserUrl,
      (sql) => sql`
        select max(n)::int as most from (
          select count(*) as n from sessions where revoked_at is null group by user_id) as counted`,
    );
    expect(row?.most).toBeLessThanOrEqual(5);
  });

  it('ends the one that was unused the longest, not the oldest, and never the new one', async () => {
    const people: Visitor[] = [];
    for (let count = 0; count < 5; count += 1) {
      clinic.clock.advance(61);
      people.push(await signIn());
    }
    clinic.clock.advance(61);
    for (const person of people.filter((_, index) => index !== 2)) await person.call(getMe, {});
    const newest = await signIn();
    const codes = await Promise.all([...people, newest].map(codeOf));
    expect(codes).toEqual(['let in', 'let in', 'unauthenticated', 'let in', 'let in', 'let in']);
  });

  it('tells the tab that was signed out why', async () => {
    const first = await signIn();
    clinic.clock.advance(1);
    for (let count = 0; count < 5; count += 1) await signIn();
    expect(await stateOf(first)).toEqual({ state: 'ended', reason: 'evicted' });
  });

  it('tells the owner by one mail, and the log which sessions they were, at each door', async () => {
    const [first, second] = [await signIn(), await signIn()];
    for (let count = 0; count < 3; count += 1) {
      clinic.clock.advance(1);
      await signIn();
    }
    const told = async () =>
      (await mailsTo(clinic.database.superuserUrl, email)).filter(
        ({ subject }) => subject === 'You were signed out on another device',
      );
    const ended = async () => {
      const { action, additional_info } = (await clinic.events()).findLast(
        (event) => event.action === 'LOGIN',
      ) as { action: string; additional_info: { evicted?: string } | null };
      return [action, additional_info?.evicted ?? null];
    };
    expect([await told(), await ended()]).toEqual([[], ['LOGIN', null]]);
    await signIn();
    const earlier = [first, second].map(({ caller }) => (caller as UserCaller).session.id);
    expect([(await told()).length, await ended()]).toEqual([1, ['LOGIN', earlier[0]]]);
    await apiVisitor(clinic.clock, email);
    expect([(await told()).length, await ended()]).toEqual([2, ['LOGIN', earlier[1]]]);
  });

  it('tells of many at once, after the limit was lowered, by one mail', async () => {
    const { sessions } = env();
    const ended = await Promise.all(Array.from({ length: 5 }, signIn));
    configureEnv({ sessions: { ...sessions, patient: { ...sessions.patient, most: 2 } } });
    const answer = await visitor(clinic.clock).call(portalSignIn, { email, password: goodPassword });
    const ticket = 'ticket' in answer ? answer.ticket : '';
    expect(await visitor(clinic.clock).call(redeemTicket, { ticket })).toMatchObject({ evicted: 4 });
    configureEnv({ sessions });
    expect((await Promise.all(ended.map(codeOf))).filter((code) => code === 'let in')).toHaveLength(1);
    const mails = await mailsTo(clinic.database.superuserUrl, email);
    const told = mails.filter(({ subject }) => subject === 'You were signed out on another device');
    expect(told.map(({ text }) => text.includes('4 of the others'))).toEqual([true]);
  });

  it('counts browsers and API clients together', async () => {
    const first = await signIn();
    for (let count = 0; count < 5; count += 1) {
      clinic.clock.advance(1);
      await apiVisitor(clinic.clock, email);
    }
    expect(await codeOf(first)).toBe('unauthenticated');
  });

  it('leaves out what is over by itself, and refuses nobody: a sign-in over the limit is no failed one', async () => {
    for (let count = 0; count < 5; count += 1) await signIn();
    clinic.clock.advance(30 * 60);
    const fresh = await signIn();
    expect(await liveOf(fresh)).toBe(1);
    for (let count = 0; count < 6; count += 1) await signIn();
    const failed = (await clinic.events()).filter(({ action }) => action === 'LOGIN_FAILED');
    expect(failed).toEqual([]);
  });
});
