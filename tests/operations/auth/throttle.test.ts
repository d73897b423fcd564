import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { consume } from '#lib/auth/throttle';
import { confirmTotp } from '#lib/operations/auth/confirm-totp';
import { login } from '#lib/operations/auth/login';
import { logout } from '#lib/operations/auth/logout';
import { redeemTicket } from '#lib/operations/auth/redeem-ticket';
import { refresh } from '#lib/operations/auth/refresh';
import { setupTotp } from '#lib/operations/auth/setup-totp';
import { signUp } from '#lib/operations/auth/sign-up';
import { verifyEmail } from '#lib/operations/auth/verify-email';
import { verifySecondFactor } from '#lib/operations/auth/verify-second-factor';
import { setThrottle } from '#lib/operations/kernel/throttle';
import { defaultLimits, type LimitName } from '#lib/platform/limits';
import {
  codeAt,
  enrol,
  goodPassword,
  portalVisitor,
  type Visitor,
  verifiedPatient,
  visitor,
} from '../../factories/visitor';
import { asRole } from '../../harness/as-role';
import { openClinic, type TestClinic } from '../../harness/clinic';

const email = 'patient@example.org';
const wrong = { email, password: 'Wrong-Password7!' };
const right = { email, password: goodPassword };

let clinic: TestClinic;
beforeAll(async () => {
  clinic = await openClinic();
  await verifiedPatient(clinic, email);
  setThrottle(consume);
});
afterAll(() => clinic.close());
beforeEach(() => clinic.clock.advance(2 * 3600));

const from = (ip: string) => visitor(clinic.clock, { kind: 'anonymous' }, { ip });
const times = <T>(count: number, what: (index: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, index) => what(index)));

/** How often something may be tried before it is told to wait, and how long. */
async function triesBefore429(attempt: (index: number) => Promise<unknown>, most: number) {
  for (let index = 0; index <= most; index += 1) {
    const error = await attempt(index).then(
      () => null,
      (thrown: { code: string; facts: { retryAfterSeconds?: number } }) => thrown,
    );
    if (error?.code === 'too_many_requests') return { tries: index, wait: error.facts.retryAfterSeconds };
  }
  return null;
}

describe('counters', () => {
  it('give each of 40 parallel uses a number of its own', async () => {
    const waits = await times(40, () => consume('sign_up', 'parallel', clinic.clock.now()));
    expect(waits.filter((wait) => wait === null)).toHaveLength(defaultLimits.sign_up.count);
  });

  it('say how long to wait, begin anew when the window is over, and clean up behind themselves', async () => {
    const use = () => consume('mfa_verify', 'window', clinic.clock.now());
    await times(5, use);
    clinic.clock.advance(600);
    expect(await use()).toBe(300);
    clinic.clock.advance(299);
    expect(await use()).toBe(1);
    clinic.clock.advance(1);
    expect(await use()).toBeNull();
    clinic.clock.advance(3600);
    await consume('mfa_verify', 'other', clinic.clock.now());
    const rows = await asRole(
      clinic.database.superuserUrl,
      (sql) =>
        sql`select count(*)::int as count from throttle_counters where window_ends_at <= ${clinic.clock.now().toString()}`,
    );
    expect(rows[0]?.count).toBe(0);
  });

  it('store no address and no e-mail, not even as a hash that can be guessed', async () => {
    await from('203.0.113.99').refusal(login, wrong);
    const rows = await asRole(
      clinic.database.superuserUrl,
      (sql) =>
        sql`select limit_name, encode(key_hash, 'hex') as hash from throttle_counters where limit_name like 'sign_in%'`,
    );
    const { createHash } = await import('node:crypto');
    const plain = ['sign_in_everywhere', 'sign_in_address'].flatMap((limit) =>
      [email, '203.0.113.99'].map((key) => createHash('sha256').update(`${limit}\0${key}`).digest('hex')),
    );
    expect(rows.length).toBeGreaterThanOrEqual(3);
    for (const { hash } of rows) expect(plain).not.toContain(hash);
  });
});

describe('passwords', () => {
  it('wait after ten wrong ones, and a right one works again when the wait is over', async () => {
    const found = await triesBefore429(() => from('198.51.100.1').call(login, wrong), 20);
    expect(found).toEqual({ tries: 10, wait: 900 });
    expect((await from('198.51.100.1').refusal(login, right)).code).toBe('too_many_requests');
    clinic.clock.advance(900);
    expect(await from('198.51.100.1').call(login, right)).toHaveProperty('access_token');
  });

  it('are asked of an unknown address exactly as often', async () => {
    const unknown = { email: 'nobody@example.org', password: 'Wrong-Password7!' };
    expect(await triesBefore429(() => from('198.51.100.2').call(login, unknown), 20)).toEqual({
      tries: 10,
      wait: 900,
    });
  });

  it('do not lock the owner out who comes from elsewhere', async () => {
    await times(12, () => from('198.51.100.3').refusal(login, wrong));
    expect(await from('198.51.100.4').call(login, right)).toHaveProperty('access_token');
  });

  it('that one place goes on sending after it was told to wait lock nobody else out', async () => {
    await times(130, () => from('198.51.100.6').refusal(login, wrong));
    expect(await from('198.51.100.7').call(login, right)).toHaveProperty('access_token');
  });

  it('are not counted when they are right', async () => {
    for (let index = 0; index < 15; index += 1) await from('198.51.100.5').call(login, right);
  });

  it('are not counted when a sign-in ends an older session: the limit of sessions uses up no tries', async () => {
    await verifiedPatient(clinic, 'everywhere@example.org');
    const account = { email: 'everywhere@example.org' };
    const person = from('198.51.100.8');
    for (let index = 0; index < 12; index += 1) {
      await person.call(login, { ...account, password: goodPassword });
    }
    const found = await triesBefore429(
      () => person.call(login, { ...account, password: 'Wrong-Password7!' }),
      20,
    );
    expect(found).toEqual({ tries: 10, wait: 900 });
  });

  it('of many accounts are counted for the place, and a /64 is one place', async () => {
    const guess = (index: number) =>
      from(`2001:db8:5:5::${index.toString(16)}`).call(login, { ...wrong, email: `a${index}@example.org` });
    expect(await triesBefore429(guess, 60)).toEqual({ tries: 50, wait: 900 });
  });

  it('of one account are counted from everywhere', async () => {
    const guess = (index: number) => from(`198.18.${index >> 3}.1`).call(login, wrong);
    expect(await triesBefore429(guess, 120)).toEqual({ tries: 100, wait: 3600 });
  });
});

describe('second factors', () => {
  let secret: string;
  beforeAll(async () => {
    clinic.clock.advance(7200);
    await verifiedPatient(clinic, 'factor@example.org');
    secret = await enrol(clinic.clock, await portalVisitor(clinic.clock, 'factor@example.org'));
  });

  const mfaToken = async (person: Visitor) => {
    const answer = await person.call(login, { email: 'factor@example.org', password: goodPassword });
    return 'mfa_token' in answer ? answer.mfa_token : '';
  };
  const guess = async (ip: string) => {
    const person = from(ip);
    const mfa_token = await mfaToken(person);
    return person.call(verifySecondFactor, { mfa_token, method: 'totp', code: '000000' });
  };

  it('wait after five wrong codes, whatever the number of sign-ins they are spread over', async () => {
    expect(await triesBefore429(() => guess('192.0.2.30'), 8)).toEqual({ tries: 5, wait: 900 });
    clinic.clock.advance(900);
    const person = from('192.0.2.30');
    const mfa_token = await mfaToken(person);
    const code = codeAt(secret, clinic.clock);
    expect(await person.call(verifySecondFactor, { mfa_token, method: 'totp', code })).toHaveProperty(
      'access_token',
    );
  });

  it('are counted from everywhere', async () => {
    const found = await triesBefore429((index) => guess(`198.19.${index}.1`), 30);
    expect(found).toEqual({ tries: 20, wait: 3600 });
  });

  it('wait after five wrong codes of an enrolment', async () => {
    await verifiedPatient(clinic, 'enrolling@example.org');
    const person = await portalVisitor(clinic.clock, 'enrolling@example.org');
    await person.call(setupTotp, {});
    expect(await triesBefore429(() => person.call(confirmTotp, { code: '000000' }), 8)).toEqual({
      tries: 5,
      wait: 900,
    });
  });
});

describe('every other public operation', () => {
  const token = 'never-was';
  const cases: [LimitName, (person: Visitor, index: number) => Promise<unknown>][] = [
    [
      'sign_up',
      (person, index) => person.call(signUp, { email: `n${index}@example.org`, password: goodPassword }),
    ],
    ['verify_email', (person) => person.call(verifyEmail, { token })],
    ['refresh', (person) => person.call(refresh, { refresh_token: token })],
    ['refresh', (person) => person.call(logout, { refresh_token: token })],
    ['redeem_ticket', (person) => person.call(redeemTicket, { ticket: token })],
    [
      'mfa_verify',
      (person) => person.call(verifySecondFactor, { mfa_token: token, method: 'totp', code: '1' }),
    ],
  ];

  it.each(cases)('%s', async (limit, attempt) => {
    const { count, seconds } = defaultLimits[limit];
    const person = from(`203.0.113.${limit.length}`);
    expect(await triesBefore429((index) => attempt(person, index), count + 1)).toEqual({
      tries: count,
      wait: seconds,
    });
  });

  it('sends one address no more than five sign-up mails an hour, from wherever they are asked for', async () => {
    const wish = { email: 'flooded@example.org', password: goodPassword };
    const found = await triesBefore429((index) => from(`198.18.${index}.9`).call(signUp, wish), 8);
    expect(found).toEqual({ tries: 5, wait: 3600 });
  });
});
