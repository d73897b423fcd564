import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { redeemTicket } from '#lib/operations/auth/redeem-ticket';
import { ssoSignIn } from '#lib/operations/auth/sso-sign-in';
import { beginPasskeyRegistration } from '#lib/operations/passkeys/begin-registration';
import { listSessions } from '#lib/operations/sessions/list';
import { getMe } from '#lib/operations/users/get-me';
import { configureEnv, env } from '#lib/platform/env';
import { changeAccount, newStaff } from '../../factories/staff';
import { enrol, portalCaller, portalVisitor, verifiedPatient, visitor } from '../../factories/visitor';
import { asRole } from '../../harness/as-role';
import { openClinic, type TestClinic } from '../../harness/clinic';
import { idToken } from '../../harness/id-token-issuer';

let clinic: TestClinic;
const email = 'doctor@example.org';

beforeAll(async () => {
  clinic = await openClinic();
  await newStaff(clinic, email, 'doctor');
  await newStaff(clinic, 'gone@example.org', 'doctor');
  await changeAccount(clinic, 'gone@example.org', { disabled: true });
  await verifiedPatient(clinic, 'patient@example.org');
});
afterAll(async () => {
  configureEnv({ oidc: undefined });
  await clinic.close();
});

const token = (claims: Record<string, unknown> = {}) =>
  idToken(clinic.clock, { email, amr: ['pwd', 'otp'], ...claims });
const seconds = () => Math.floor(clinic.clock.now().epochMilliseconds / 1000);

async function assuranceOf(claims: Record<string, unknown>) {
  const stranger = visitor(clinic.clock);
  const answer = await stranger.call(ssoSignIn, { id_token: await token(claims) });
  if (!('ticket' in answer)) throw new Error('A second factor is asked for.');
  return stranger.call(redeemTicket, { ticket: answer.ticket });
}

describe('how strong it is', () => {
  it('two factors at the provider are two factors here, where the operator trusts it', async () => {
    const opened = await assuranceOf({});
    expect(opened).toMatchObject({ role: 'doctor', must_enrol: false });
    const signedIn = visitor(clinic.clock, portalCaller(opened));
    expect(await signedIn.call(getMe, {})).toMatchObject({ email });
    const { items } = await signedIn.call(listSessions, {});
    expect(items.find(({ current }) => current)).toMatchObject({ second_factor: 'sso' });
  });

  it('anything less leads to enrolment, as a password does', async () => {
    for (const amr of [['pwd'], ['otp'], ['pwd', 'sms'], [], undefined]) {
      expect(await assuranceOf({ amr })).toMatchObject({ must_enrol: true });
    }
  });

  it('a sign-in of long ago, or of which the provider does not say when, is no second factor', async () => {
    for (const auth_time of [seconds() - 311, seconds() - 12 * 3600, undefined]) {
      expect(await assuranceOf({ auth_time })).toMatchObject({ must_enrol: true });
    }
  });

  it('a step-up counts from the sign-in at the provider, with and without an own factor', async () => {
    await newStaff(clinic, 'enrolled@example.org', 'doctor');
    await enrol(clinic.clock, await portalVisitor(clinic.clock, 'enrolled@example.org'));
    for (const address of [email, 'enrolled@example.org']) {
      const opened = await assuranceOf({ email: address, auth_time: seconds() - 200 });
      const person = visitor(clinic.clock, portalCaller(opened));
      expect(await person.call(beginPasskeyRegistration, {})).toHaveProperty('challenge');
      clinic.clock.advance(110);
      const { code } = await person.refusal(beginPasskeyRegistration, {});
      expect(code).toBe('insufficient_user_authentication');
    }
  });

  it('a provider whose clock is ahead makes no step-up that lasts longer', async () => {
    const opened = await assuranceOf({ auth_time: seconds() + 3600 });
    clinic.clock.advance(301);
    const person = visitor(clinic.clock, portalCaller(opened));
    const { code } = await person.refusal(beginPasskeyRegistration, {});
    expect(code).toBe('insufficient_user_authentication');
  });

  it('nothing is trusted that the operator has not said aloud', async () => {
    const id_token = await token();
    const { oidc } = env();
    configureEnv({ oidc: oidc && { ...oidc, trustAmr: false } });
    const stranger = visitor(clinic.clock);
    const answer = await stranger.call(ssoSignIn, { id_token });
    const ticket = 'ticket' in answer ? answer.ticket : '';
    expect(await stranger.call(redeemTicket, { ticket })).toMatchObject({ must_enrol: true });
  });
});

describe('refused, all in the same words', () => {
  const cases: readonly (readonly [string, string, () => Promise<string> | null])[] = [
    ['no token', 'sso_not_proven', () => null],
    ['another issuer', 'sso_not_proven', () => token({ iss: 'https://evil.example' })],
    ['another client', 'sso_not_proven', () => token({ aud: 'another' })],
    ['made for another party', 'sso_not_proven', () => token({ aud: ['medisecure', 'b'], azp: 'b' })],
    ['too old', 'sso_not_proven', () => token({ iat: seconds() - 140 })],
    ['expired', 'sso_not_proven', () => token({ exp: seconds() - 11 })],
    ['signed by somebody else', 'sso_not_proven', async () => `${(await token()).slice(0, -8)}AAAAAAAA`],
    ['without a signature', 'sso_not_proven', async () => unsigned(await token())],
    ['unverified e-mail', 'sso_email_unverified', () => token({ email_verified: false })],
    ['e-mail of which nothing is said', 'sso_email_unverified', () => token({ email_verified: undefined })],
    ['no e-mail', 'sso_email_unverified', () => token({ email: undefined })],
    ['unknown e-mail', 'sso_unknown', () => token({ email: 'nobody@example.org' })],
    ['a patient', 'sso_not_staff', () => token({ email: 'patient@example.org' })],
    ['a disabled account', 'sso_account_closed', () => token({ email: 'gone@example.org' })],
  ];

  it.each(cases)('%s', async (_name, reason, make) => {
    const { code, facts } = await visitor(clinic.clock).refusal(ssoSignIn, { id_token: await make() });
    expect([code, facts]).toEqual(['invalid_credentials', {}]);
    expect((await clinic.events()).at(-1)).toMatchObject({ action: 'LOGIN_FAILED', reason_code: reason });
  });

  it('makes no account', async () => {
    const count = () =>
      asRole(clinic.database.superuserUrl, async (sql) => (await sql`select id from users`).length);
    const before = await count();
    await visitor(clinic.clock).refusal(ssoSignIn, { id_token: await token({ email: 'new@example.org' }) });
    expect(await count()).toBe(before);
  });
});

it('asks to come back where the provider does not answer', async () => {
  const id_token = await token();
  const { oidc } = env();
  configureEnv({ oidc: oidc && { ...oidc, issuer: 'http://127.0.0.1:9' } });
  expect((await visitor(clinic.clock).refusal(ssoSignIn, { id_token })).code).toBe('unavailable');
});

function unsigned(signed: string): string {
  const header = Buffer.from(JSON.stringify({ alg: 'none' })).toString('base64url');
  return `${header}.${signed.split('.')[1]}.`;
}
