import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { confirmTotp } from '#lib/operations/auth/confirm-totp';
import { getTotpSetup } from '#lib/operations/auth/get-totp-setup';
import { login } from '#lib/operations/auth/login';
import { portalSecondFactor } from '#lib/operations/auth/portal-second-factor';
import { portalSignIn } from '#lib/operations/auth/portal-sign-in';
import { redeemTicket } from '#lib/operations/auth/redeem-ticket';
import { setupTotp } from '#lib/operations/auth/setup-totp';
import { verifySecondFactor } from '#lib/operations/auth/verify-second-factor';
import { getMe } from '#lib/operations/users/get-me';
import {
  callerOf,
  codeAt,
  enrol,
  goodPassword,
  portalCaller,
  portalVisitor,
  type Visitor,
  verifiedPatient,
  visitor,
} from '../../factories/visitor';
import { asRole } from '../../harness/as-role';
import { openClinic, type TestClinic } from '../../harness/clinic';
import { mailsTo } from '../../harness/mails';
import { plainTextOf } from '../../harness/plain-text';

let clinic: TestClinic;
let count = 0;
beforeAll(async () => {
  clinic = await openClinic();
});
afterAll(() => clinic.close());

const stranger = () => visitor(clinic.clock);

async function person(): Promise<{ email: string; portal: Visitor }> {
  count += 1;
  const email = `person.${count}@example.org`;
  await verifiedPatient(clinic, email);
  return { email, portal: await portalVisitor(clinic.clock, email) };
}

/** Somebody with a second factor, in a time step of which no code was used. */
async function enrolled() {
  const { email, portal } = await person();
  const secret = await enrol(clinic.clock, portal);
  clinic.clock.advance(60);
  return { email, portal, secret };
}

async function mfaToken(email: string): Promise<string> {
  const answer = await stranger().call(login, { email, password: goodPassword });
  if (!('mfa_token' in answer)) throw new Error('No second factor was asked for.');
  expect(answer).toEqual({
    mfa_required: true,
    mfa_token: answer.mfa_token,
    methods: ['totp', 'recovery_code'],
  });
  return answer.mfa_token;
}

const answerOf = (mfa_token: string, code: string) => ({ mfa_token, code, method: 'totp' as const });

describe('enrolment', () => {
  it('gives a base32 secret and its otpauth URI, the same to the same session, another to another', async () => {
    const { email, portal } = await person();
    expect(await portal.call(getTotpSetup, {})).toEqual({ setup: null });
    const setup = await portal.call(setupTotp, {});
    expect(setup.secret).toMatch(/^[A-Z2-7]{32}$/);
    const uri = new URL(setup.otpauth_uri);
    expect([uri.protocol, uri.host, uri.searchParams.get('secret')]).toEqual([
      'otpauth:',
      'totp',
      setup.secret,
    ]);
    expect(decodeURIComponent(uri.pathname)).toBe(`/MediSecure:${email}`);
    expect(await portal.call(setupTotp, {})).toEqual(setup);
    expect(await portal.call(getTotpSetup, {})).toEqual({ setup });
    const other = await portalVisitor(clinic.clock, email);
    expect(await other.call(getTotpSetup, {})).toEqual({ setup: null });
    expect((await other.call(setupTotp, {})).secret).not.toBe(setup.secret);
    const refused = await portal.refusal(confirmTotp, { code: codeAt(setup.secret, clinic.clock) });
    expect(refused.code).toBe('invalid_code');
  });

  it('changes nothing before its first code, and then asks for one at every sign-in', async () => {
    const { email, portal } = await person();
    const { secret } = await portal.call(setupTotp, {});
    expect(await stranger().call(login, { email, password: goodPassword })).toHaveProperty('access_token');
    expect((await portal.refusal(confirmTotp, { code: '000000' })).code).toBe('invalid_code');
    const code = codeAt(secret, clinic.clock);
    await portal.call(confirmTotp, { code: `${code.slice(0, 3)} ${code.slice(3)}` });
    await mfaToken(email);
    const mail = (await mailsTo(clinic.database.superuserUrl, email)).at(-1);
    expect(mail?.subject).toBe('An authenticator app was set up');
  });

  it('ends what a password alone had opened, on both doors', async () => {
    const { email, portal } = await person();
    const tokens = await stranger().call(login, { email, password: goodPassword });
    const elsewhere = [
      await portalVisitor(clinic.clock, email),
      visitor(clinic.clock, callerOf('access_token' in tokens ? tokens.access_token : '')),
    ];
    for (const each of elsewhere) await each.call(getMe, {});
    await enrol(clinic.clock, portal);
    for (const each of elsewhere) expect((await each.refusal(getMe, {})).code).toBe('unauthenticated');
    await portal.call(getMe, {});
  });

  it('counts the confirming code as used', async () => {
    const { email, portal } = await person();
    const secret = await enrol(clinic.clock, portal);
    const used = answerOf(await mfaToken(email), codeAt(secret, clinic.clock));
    expect((await stranger().refusal(verifySecondFactor, used)).code).toBe('invalid_code');
  });

  it('needs a sign-in less than five minutes old, and a second factor that fresh once there is one', async () => {
    const { portal } = await person();
    clinic.clock.advance(300);
    const refused = await portal.refusal(setupTotp, {});
    expect([refused.code, refused.facts.maxAgeSeconds]).toEqual(['insufficient_user_authentication', 300]);
    const { portal: factored } = await enrolled();
    clinic.clock.advance(240);
    expect((await factored.refusal(setupTotp, {})).code).toBe('insufficient_user_authentication');
  });

  it('waits a quarter of an hour for the first code', async () => {
    const { portal } = await person();
    const { secret } = await portal.call(setupTotp, {});
    clinic.clock.advance(15 * 60);
    expect((await portal.refusal(confirmTotp, { code: codeAt(secret, clinic.clock) })).code).toBe(
      'invalid_code',
    );
  });

  it('replaces the earlier app, whose other sessions end and whose codes count no longer', async () => {
    const { email, portal, secret } = await enrolled();
    const tokens = await stranger().call(
      verifySecondFactor,
      answerOf(await mfaToken(email), codeAt(secret, clinic.clock)),
    );
    const elsewhere = visitor(clinic.clock, callerOf(tokens.access_token));
    const replaced = await enrol(clinic.clock, portal);
    clinic.clock.advance(60);
    expect((await elsewhere.refusal(getMe, {})).code).toBe('unauthenticated');
    await portal.call(getMe, {});
    const old = answerOf(await mfaToken(email), codeAt(secret, clinic.clock));
    expect((await stranger().refusal(verifySecondFactor, old)).code).toBe('invalid_code');
    const now = answerOf(await mfaToken(email), codeAt(replaced, clinic.clock));
    expect(await stranger().call(verifySecondFactor, now)).toHaveProperty('access_token');
  });

  it('stores no secret in plain text', async () => {
    const { secret } = await enrolled();
    const dump = await plainTextOf(clinic.database.superuserUrl);
    for (const form of [secret, Buffer.from(secret).toString('hex')]) expect(dump.includes(form)).toBe(false);
  });
});

describe('a code', () => {
  it.each([
    [-60, false],
    [-30, true],
    [0, true],
    [30, true],
    [60, false],
  ])('%i seconds off the clock: accepted %s', async (offset, accepted) => {
    const { email, secret } = await enrolled();
    clinic.clock.advance(60);
    const token = await mfaToken(email);
    const code = codeAt(secret, { now: () => clinic.clock.now().add({ seconds: offset }) });
    const answer = stranger().call(verifySecondFactor, answerOf(token, code));
    if (accepted) expect(await answer).toHaveProperty('access_token');
    else await expect(answer).rejects.toThrow('invalid_code');
  });

  it('lets one of eight parallel sign-ins in', async () => {
    const { email, secret } = await enrolled();
    const tokens = await Promise.all(Array.from({ length: 8 }, () => mfaToken(email)));
    const code = codeAt(secret, clinic.clock);
    const uses = await Promise.allSettled(
      tokens.map((token) => stranger().call(verifySecondFactor, answerOf(token, code))),
    );
    expect(uses.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('opens at the portal a session that has a second factor', async () => {
    const { email, secret } = await enrolled();
    const first = await stranger().call(portalSignIn, { email, password: goodPassword });
    if (!('mfa_token' in first)) throw new Error('No second factor was asked for.');
    const code = codeAt(secret, clinic.clock);
    const { ticket } = await stranger().call(portalSecondFactor, answerOf(first.mfa_token, code));
    const opened = await stranger().call(redeemTicket, { ticket });
    const signedIn = visitor(clinic.clock, portalCaller(opened));
    await signedIn.call(setupTotp, {});
    const [row] = await asRole(
      clinic.database.superuserUrl,
      (sql) =>
        sql`select assurance, second_factor_at is not null as dated from sessions where id = ${opened.session_id}`,
    );
    expect(row).toEqual({ assurance: 'aal2', dated: true });
  });
});

describe('an mfa_token', () => {
  it('is spent by a right code', async () => {
    const { email, secret } = await enrolled();
    const token = await mfaToken(email);
    await stranger().call(verifySecondFactor, answerOf(token, codeAt(secret, clinic.clock)));
    clinic.clock.advance(60);
    const again = answerOf(token, codeAt(secret, clinic.clock));
    expect((await stranger().refusal(verifySecondFactor, again)).code).toBe('invalid_code');
  });

  it('is dead after five wrong codes, also when they come at once', async () => {
    const { email, secret } = await enrolled();
    const token = await mfaToken(email);
    await Promise.all(
      Array.from({ length: 5 }, () => stranger().refusal(verifySecondFactor, answerOf(token, '000000'))),
    );
    const right = answerOf(token, codeAt(secret, clinic.clock));
    expect((await stranger().refusal(verifySecondFactor, right)).code).toBe('invalid_code');
    const events = (await clinic.events()).slice(-6);
    expect(events.map(({ action }) => action)).toEqual(Array.from({ length: 6 }, () => 'LOGIN_FAILED'));
    expect(new Set(events.map(({ user_id }) => user_id)).size).toBe(1);
  });

  it('is no access: not a portal ticket, not a refresh token, not after five minutes', async () => {
    const { email, secret } = await enrolled();
    const token = await mfaToken(email);
    expect((await stranger().refusal(redeemTicket, { ticket: token })).code).toBe('invalid_credentials');
    clinic.clock.advance(300);
    const late = answerOf(token, codeAt(secret, clinic.clock));
    expect((await stranger().refusal(verifySecondFactor, late)).code).toBe('invalid_code');
  });
});
