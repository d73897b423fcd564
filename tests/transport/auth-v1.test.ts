import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { consume } from '#lib/auth/throttle';
import { setThrottle } from '#lib/operations/kernel/throttle';
import { systemClock } from '#lib/platform/clock';
import { codeAt, goodPassword } from '../factories/visitor';
import { ask, type Reply } from '../harness/ask';
import { openClinic, type TestClinic } from '../harness/clinic';
import { mailedToken } from '../harness/mails';

const email = 'elsa.vargas@example.org';
let clinic: TestClinic;
beforeAll(async () => {
  clinic = await openClinic();
});
afterAll(() => clinic.close());

const post = (path: string, body: object, token?: string) =>
  ask('POST', `/api/v1${path}`, { body, ...(token && { token }) });
const login = (password = goodPassword, address = email) => post('/auth/login', { email: address, password });
const tokenOf = ({ json }: Reply, name = 'access_token') => String(json[name]);

/** Everything but what names the request itself. */
const bodyOf = ({ json: { request_id: _, ...body } }: Reply) => body;

it('signs up with 201, verifies with 204, and answers a used token with 422', async () => {
  const signUp = await post('/auth/signup', { email, password: goodPassword, first_name: 'Elsa' });
  expect([signUp.status, signUp.json]).toEqual([201, { status: 'verification_sent' }]);
  const early = await login();
  expect([early.status, early.json.code]).toEqual([403, 'invalid_credentials']);
  const token = await mailedToken(clinic.database.superuserUrl, email);
  expect((await post('/auth/verify-email', { token })).status).toBe(204);
  const used = await post('/auth/verify-email', { token });
  expect([used.status, used.json.errors]).toEqual([
    422,
    [{ path: 'token', code: 'invalid_token', message: expect.any(String) }],
  ]);
  const again = await post('/auth/signup', { email, password: goodPassword });
  expect([again.status, again.text]).toEqual([201, signUp.text]);
});

it('answers a wrong password and an unknown account with the same 403', async () => {
  const [wrong, unknown] = [await login('Wrong-Password7!'), await login(goodPassword, 'nobody@example.org')];
  expect([wrong.status, unknown.status]).toEqual([403, 403]);
  expect(bodyOf(unknown)).toEqual(bodyOf(wrong));
  const names = ({ headers }: Reply) => Object.keys(headers).sort();
  expect(names(unknown)).toEqual(names(wrong));
});

it('gives a pair that opens the profile, rotates, and dies at sign-out', async () => {
  const first = await login();
  expect(first.json).toEqual({
    access_token: expect.any(String),
    refresh_token: expect.stringMatching(/^[\w-]{43}$/),
    token_type: 'bearer',
    expires_in: 900,
    scope: 'read:profile write:profile read:records read:appointments write:appointments',
  });
  const profile = await ask('GET', '/api/v1/users/me', { token: tokenOf(first) });
  expect([profile.status, profile.json.email]).toEqual([200, email]);
  const next = await post('/auth/refresh', { refresh_token: tokenOf(first, 'refresh_token') });
  expect(next.status).toBe(200);
  const unknown = await post('/auth/refresh', { refresh_token: 'never-was' });
  expect([unknown.status, unknown.json.code]).toEqual([401, 'invalid_refresh_token']);
  expect((await post('/auth/logout', { refresh_token: tokenOf(next, 'refresh_token') })).status).toBe(204);
  for (const reply of [first, next]) {
    expect((await ask('GET', '/api/v1/users/me', { token: tokenOf(reply) })).status).toBe(401);
  }
});

it('enrols an authenticator app and asks for its code from then on', async () => {
  const token = tokenOf(await login());
  const setup = await ask('POST', '/api/v1/auth/mfa/totp/setup', { token });
  expect([setup.status, Object.keys(setup.json)]).toEqual([200, ['secret', 'otpauth_uri']]);
  const code = () => codeAt(String(setup.json.secret), systemClock);
  expect((await post('/auth/mfa/totp/confirm', { code: '000000' }, token)).status).toBe(403);
  const confirmed = code();
  const { status, json } = await post('/auth/mfa/totp/confirm', { code: confirmed }, token);
  expect([status, json]).toEqual([200, { recovery_codes: Array(10).fill(expect.any(String)) }]);
  const owed = await login();
  expect(owed.json).toEqual({
    mfa_required: true,
    mfa_token: expect.any(String),
    methods: ['totp', 'recovery_code'],
  });
  const answer = { mfa_token: owed.json.mfa_token, method: 'totp' };
  const used = await post('/auth/mfa/verify', { ...answer, code: confirmed });
  expect([used.status, used.json.code]).toEqual([403, 'invalid_code']);
  const late = { now: () => systemClock.now().add({ seconds: 30 }) };
  const right = await post('/auth/mfa/verify', { ...answer, code: codeAt(String(setup.json.secret), late) });
  expect([right.status, right.json.token_type]).toEqual([200, 'bearer']);
});

describe('bad input', () => {
  it('is named whole', async () => {
    const { status, json } = await post('/auth/signup', { email: 'x', password: 'short', role: 'admin' });
    const errors = json.errors as { path: string; code: string }[];
    expect([status, errors.map(({ path }) => path)]).toEqual([
      422,
      ['email', 'password', 'password', 'password', 'password', 'role'],
    ]);
  });

  it('over 16 KiB is not even read', async () => {
    expect((await login('x'.repeat(17_000))).status).toBe(413);
  });

  it.each(['{"email":', '[]', 'null'])('%s', async (body) => {
    const { status } = await ask('POST', '/api/v1/auth/login', { body });
    expect(status).toBe(body === '{"email":' ? 400 : 422);
  });
});

it('answers 429 with the time to wait', async () => {
  setThrottle(consume);
  for (let index = 0; index < 10; index += 1) await login('Wrong-Password7!', 'throttled@example.org');
  const { status, json, headers } = await login('Wrong-Password7!', 'throttled@example.org');
  expect([status, json.code]).toEqual([429, 'too_many_requests']);
  expect(Number(headers['retry-after'])).toBeGreaterThan(800);
});
