import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ping } from '#db/client';
import { systemClock } from '#lib/platform/clock';
import { configureEnv } from '#lib/platform/env';
import { lifecycle } from '#lib/platform/lifecycle';
import { probe } from '#lib/platform/readiness';
import { type Account, createAccount, signIn } from '../factories/account';
import { ask, tokenOf } from '../harness/ask';
import { openClinic, type TestClinic } from '../harness/clinic';

let clinic: TestClinic;
let patient: Account;
let token: string;

beforeAll(async () => {
  configureEnv({ metricsToken: 'metrics-token-of-the-test' });
  clinic = await openClinic();
  // Access tokens are verified by the process's own clock.
  clinic.clock.set(systemClock.now().toString());
  patient = await createAccount(clinic.clock, 'patient');
  token = await tokenOf(clinic.clock, await signIn(clinic.clock, patient));
});
afterAll(() => clinic.close());

describe('a signed-in request', () => {
  it('is answered by the operation, with every security header and the request id', async () => {
    const reply = await ask('GET', '/api/v1/users/me', { token });
    expect([reply.status, reply.json.email]).toEqual([200, patient.email]);
    expect(reply.headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      'x-request-id': reply.requestId,
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
    });
  });

  it('never reads a cookie', async () => {
    expect(
      (await ask('GET', '/api/v1/users/me', { headers: { cookie: `medisecure.session=${token}` } })).status,
    ).toBe(401);
  });

  it.each([
    ['Bearer', ', error="invalid_token"'],
    ['Bearer ', ', error="invalid_token"'],
    ['Bearer a b', ', error="invalid_token"'],
    ['Bearer not-a-token', ', error="invalid_token"'],
    ['Bearer eyJhbGciOiJub25lIn0.e30.', ', error="invalid_token"'],
    ['Basic dXNlcjpwYXNz', ''],
    [undefined, ''],
  ])('refuses %j, and calls only a token invalid', async (authorization, error) => {
    const shown = authorization === undefined ? {} : { headers: { authorization } };
    const reply = await ask('GET', '/api/v1/users/me', shown);
    expect([reply.status, reply.json.code]).toEqual([401, 'unauthenticated']);
    expect(reply.headers['www-authenticate']).toBe(`Bearer realm="medisecure"${error}`);
  });
});

describe('what does not exist', () => {
  it.each([
    '/api/v1/nothing',
    '/api/v1',
    '/api/v1/',
    '/api/v1/users/me/',
    '/api/v1//users/me',
    '/api/v2/users/me',
    '/api/v9',
    '/graphql',
    '/api',
    '/health',
    '/health/live/x',
    '/api/v1/%ff',
  ])('%s', async (url) => {
    const reply = await ask('GET', url, { token });
    expect(reply.status).toBe(404);
    expect(reply.json).toEqual({
      type: 'urn:medisecure:problem:not_found',
      title: 'Not found',
      status: 404,
      code: 'not_found',
      detail: 'Not found',
      request_id: reply.requestId,
    });
  });
});

describe('methods', () => {
  it.each(['PUT', 'PATCH', 'TRACE', 'POST'])('%s is 405 where the path does not know it', async (method) => {
    const reply = await ask(method, '/api/v1/users/me/sessions', { token });
    expect([reply.status, reply.json.code, reply.headers.allow]).toEqual([
      405,
      'method_not_allowed',
      'GET, DELETE, HEAD, OPTIONS',
    ]);
  });

  it('OPTIONS tells them and invites no other origin', async () => {
    const reply = await ask('OPTIONS', '/api/v1/users/me', { headers: { origin: 'https://evil.example' } });
    expect([reply.status, reply.headers.allow]).toEqual([204, 'GET, PUT, DELETE, HEAD, OPTIONS']);
    expect(Object.keys(reply.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  it('HEAD answers as GET', async () => {
    expect((await ask('HEAD', '/api/v1/users/me', { token })).status).toBe(200);
  });
});

describe('input', () => {
  it('names an unknown or repeated query parameter', async () => {
    const reply = await ask('GET', '/api/v1/users/me?a=1&b=2&b=3', { token });
    expect(reply).toMatchObject({
      status: 422,
      json: {
        code: 'validation_failed',
        errors: [
          { path: 'a', code: 'unknown_field' },
          { path: 'b', code: 'unknown_field' },
        ],
      },
    });
  });

  it('refuses a body that has no meaning', async () => {
    expect((await ask('GET', '/api/v1/users/me', { token, body: {} })).status).toBe(400);
  });
});

describe('what the process says about itself', () => {
  it('is alive even when it is not ready', async () => {
    probe('database', async () => Promise.reject(new Error('down')));
    expect(await ask('GET', '/health/live')).toMatchObject({ status: 200, json: { status: 'alive' } });
    const reply = await ask('GET', '/health/ready');
    expect([reply.status, reply.json]).toEqual([
      503,
      { status: 'not ready', database: 'failing', redis: 'disabled' },
    ]);
  });

  it('is ready with its database, and not while it drains', async () => {
    probe('database', ping);
    expect(await ask('GET', '/health/ready')).toMatchObject({
      status: 200,
      json: { status: 'ready', database: 'ok', redis: 'disabled' },
    });
    lifecycle().draining = true;
    expect((await ask('GET', '/health/ready')).status).toBe(503);
    lifecycle().draining = false;
  });

  it('waits no longer than a second for a dependency', async () => {
    probe('redis', () => new Promise(() => {}));
    const started = performance.now();
    expect((await ask('GET', '/health/ready')).json).toMatchObject({ redis: 'failing' });
    expect(performance.now() - started).toBeLessThan(1500);
  });

  it('shows metrics to their token only, by route template', async () => {
    expect((await ask('GET', '/metrics')).status).toBe(404);
    expect((await ask('GET', '/metrics', { token: 'wrong' })).status).toBe(404);
    const reply = await ask('GET', '/metrics', { token: 'metrics-token-of-the-test' });
    expect(reply.text).toContain(
      'http_request_duration_seconds_count{method="GET",route="/api/v1/users/me",status="200"}',
    );
    expect(reply.text).not.toContain('/api/v1/nothing');
  });
});
