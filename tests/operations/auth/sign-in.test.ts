import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemOf } from '#lib/errors/problem';
import { login } from '#lib/operations/auth/login';
import { portalSignIn } from '#lib/operations/auth/portal-sign-in';
import { redeemTicket } from '#lib/operations/auth/redeem-ticket';
import { signOut } from '#lib/operations/auth/sign-out';
import { signUp } from '#lib/operations/auth/sign-up';
import { listSessions } from '#lib/operations/sessions/list';
import { getMe } from '#lib/operations/users/get-me';
import { changeAccount } from '../../factories/staff';
import { goodPassword, portalCaller, portalVisitor, verifiedPatient, visitor } from '../../factories/visitor';
import { openClinic, type TestClinic } from '../../harness/clinic';
import { mailsTo } from '../../harness/mails';

const email = 'patient@example.org';
const wrong = 'Wrong-Password7!';

let clinic: TestClinic;
beforeAll(async () => {
  clinic = await openClinic();
  await verifiedPatient(clinic, email);
  await verifiedPatient(clinic, 'disabled@example.org');
  await changeAccount(clinic, 'disabled@example.org', { disabled: true });
  await visitor(clinic.clock).call(signUp, { email: 'unverified@example.org', password: goodPassword });
});
afterAll(() => clinic.close());

const stranger = () => visitor(clinic.clock);

const refusals = [
  ['a wrong password', email, wrong],
  ['an unknown address', 'nobody@example.org', goodPassword],
  ['an address that is not verified', 'unverified@example.org', goodPassword],
  ['a disabled account', 'disabled@example.org', goodPassword],
  ['a password longer than any', email, 'x'.repeat(4096)],
] as const;

type Credentials = { email: string; password: string };

describe.each([
  ['the API', (input: Credentials) => stranger().refusal(login, input)],
  ['the portal', (input: Credentials) => stranger().refusal(portalSignIn, input)],
])('sign-in at %s', (_door, refusal) => {
  it.each(refusals)('answers %s with one and the same body', async (_name, address, password) => {
    const error = await refusal({ email: address, password });
    expect(problemOf(error, 'r')).toEqual({
      type: 'urn:medisecure:problem:invalid_credentials',
      title: 'Wrong e-mail or password',
      status: 403,
      code: 'invalid_credentials',
      detail: 'Wrong e-mail or password',
      request_id: 'r',
    });
    const event = (await clinic.events()).at(-1);
    expect([event?.action, event?.response_status, event?.reason_code]).toEqual([
      'LOGIN_FAILED',
      403,
      'invalid_credentials',
    ]);
  });
});

describe('a portal ticket', () => {
  const ticketFor = async () => {
    const answer = await stranger().call(portalSignIn, { email, password: goodPassword });
    if (!('ticket' in answer)) throw new Error('No ticket.');
    return answer.ticket;
  };

  it('opens one session of eight parallel redemptions', async () => {
    const ticket = await ticketFor();
    const uses = await Promise.allSettled(
      Array.from({ length: 8 }, () => stranger().call(redeemTicket, { ticket })),
    );
    const opened = uses.flatMap((use) => (use.status === 'fulfilled' ? [use.value] : []));
    expect(opened).toHaveLength(1);
    expect(opened[0]).toMatchObject({ role: 'patient', must_enrol: false });
  });

  it('opens nothing again, nothing after a minute, and nothing when it is another kind of token', async () => {
    const used = await ticketFor();
    await stranger().call(redeemTicket, { ticket: used });
    const late = await ticketFor();
    clinic.clock.advance(60);
    for (const ticket of [used, late, 'never-was']) {
      expect((await stranger().refusal(redeemTicket, { ticket })).code).toBe('invalid_credentials');
    }
  });

  it('opens nothing once the account is disabled', async () => {
    await verifiedPatient(clinic, 'soon-disabled@example.org');
    const answer = await stranger().call(portalSignIn, {
      email: 'soon-disabled@example.org',
      password: goodPassword,
    });
    await changeAccount(clinic, 'soon-disabled@example.org', { disabled: true });
    const ticket = 'ticket' in answer ? answer.ticket : '';
    expect((await stranger().refusal(redeemTicket, { ticket })).code).toBe('invalid_credentials');
  });
});

describe('a portal session', () => {
  it('says where it is, and which of them is asking', async () => {
    await verifiedPatient(clinic, 'lister@example.org');
    const phone = visitor(
      clinic.clock,
      { kind: 'anonymous' },
      {
        ip: '198.51.100.7',
        userAgent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Mobile Safari/604.1',
      },
    );
    const answer = await phone.call(portalSignIn, { email: 'lister@example.org', password: goodPassword });
    await phone.call(redeemTicket, { ticket: 'ticket' in answer ? answer.ticket : '' });
    clinic.clock.advance(5);
    const desk = await portalVisitor(clinic.clock, 'lister@example.org');
    const { items } = await desk.call(listSessions, {});
    expect(items.map(({ device, ip, current }) => [device, ip, current])).toEqual([
      ['Firefox · Linux', '192.0.2.1', true],
      ['Safari · iPhone', '198.51.100.7', false],
    ]);
  });

  it('on a device that the account was never used on is told to its owner, once', async () => {
    const owner = 'mover@example.org';
    await verifiedPatient(clinic, owner);
    const subjects = async () =>
      (await mailsTo(clinic.database.superuserUrl, owner)).map(({ subject }) => subject);
    for (let index = 0; index < 2; index += 1) await portalVisitor(clinic.clock, owner);
    expect(await subjects()).toEqual(['Confirm your e-mail address']);
    const curl = visitor(clinic.clock, { kind: 'anonymous' }, { userAgent: 'curl/8.5.0' });
    for (let index = 0; index < 2; index += 1)
      await curl.call(login, { email: owner, password: goodPassword });
    expect(await subjects()).toEqual(['Confirm your e-mail address', 'New sign-in to your account']);
  });

  it('ends on sign-out: the same cookie opens nothing afterwards', async () => {
    const person = await portalVisitor(clinic.clock, email);
    await person.call(signOut, {});
    expect((await person.refusal(getMe, {})).code).toBe('unauthenticated');
  });

  it('ends after 30 idle minutes, is kept alive by use, and never lives past a day', async () => {
    const idle = await portalVisitor(clinic.clock, email);
    const busy = await portalVisitor(clinic.clock, email);
    for (let minutes = 0; minutes < 30; minutes += 10) {
      clinic.clock.advance(600);
      await busy.call(getMe, {});
    }
    expect((await idle.refusal(getMe, {})).code).toBe('unauthenticated');
    for (let minutes = 30; minutes < 24 * 60 - 20; minutes += 20) {
      clinic.clock.advance(1200);
      await busy.call(getMe, {});
    }
    clinic.clock.advance(1200);
    expect((await busy.refusal(getMe, {})).code).toBe('unauthenticated');
  });

  it('is opened by its own secret only', async () => {
    const opened = await portalVisitor(clinic.clock, email);
    if (opened.caller.kind !== 'user') throw new Error('Not signed in.');
    const guess = portalCaller({ session_id: opened.caller.session.id, secret: 'guess', role: 'patient' });
    for (const session of [guess.session, { ...guess.session, secretHash: null }]) {
      const thief = visitor(clinic.clock, { ...guess, session });
      expect((await thief.refusal(getMe, {})).code).toBe('unauthenticated');
    }
  });
});
