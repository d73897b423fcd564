import { paths } from '#lib/platform/paths';
import { scene } from './scene';
import { expect, test } from './test';

/** The specification's literals: S18. */
const literals = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'x-xss-protection': '1; mode=block',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'permissions-policy': 'geolocation=(), microphone=(), camera=()',
};

const ask = (path: string, init: RequestInit = {}) =>
  fetch(`${scene().product.origin}${path}`, { redirect: 'manual', ...init });

const answers: readonly [what: string, status: number, () => Promise<Response>][] = [
  ['a page', 200, () => ask(paths.signIn)],
  ['a redirect', 303, () => ask(paths.patient.home)],
  ['a missing page', 404, () => ask('/no-such-page')],
  ['the API', 401, () => ask('/api/v1/users/me')],
  ['an API route that is not there', 404, () => ask('/api/v2/records')],
  ['another method', 405, () => ask(paths.signIn, { method: 'DELETE' })],
  ['health', 200, () => ask('/health/ready')],
  ['the icon', 200, () => ask('/icon.svg')],
  ['a missing static file', 404, () => ask('/_next/static/none.js')],
  [
    'an action that is not there',
    409,
    () =>
      ask(paths.signIn, {
        method: 'POST',
        headers: { 'next-action': '0'.repeat(42) },
        body: asForm({ 0: '["$K1"]' }),
      }),
  ],
];

function asForm(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
}

const multipart = { 'content-type': 'multipart/form-data; boundary=b' };
const someAction = { 'next-action': '0'.repeat(42) };
const malformed: readonly [what: string, RequestInit][] = [
  ['without a boundary', { headers: { 'content-type': 'multipart/form-data' }, body: 'x' }],
  ['without a body', { headers: multipart }],
  ['cut short', { headers: multipart, body: '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\nx' }],
  ['of an action, in no JSON', { headers: { ...someAction, 'content-type': 'text/plain' }, body: '{{{' }],
  [
    'of an action, without arguments',
    { headers: { ...someAction, 'content-type': 'text/plain' }, body: '[]' },
  ],
  ['that names an action and leaves it out', { body: asForm({ $ACTION_REF_1: '' }) }],
];

for (const [what, init] of malformed) {
  test(`a form ${what} is refused with 400, whatever the page`, async () => {
    for (const path of [paths.signIn, paths.home, '/nope']) {
      expect((await ask(path, { method: 'POST', ...init })).status, path).toBe(400);
    }
  });
}

for (const [what, status, answer] of answers) {
  test(`${what} carries the security headers`, async () => {
    const response = await answer();
    expect(response.status).toBe(status);
    expect(Object.fromEntries(response.headers)).toMatchObject(literals);
    expect(response.headers.get('content-security-policy')).toMatch(
      /default-src 'self'.*frame-ancestors 'none'/,
    );
    expect(response.headers.get('x-powered-by')).toBeNull();
  });
}

test('a static file is kept for a year and carries them too', async () => {
  const page = await (await ask(paths.signIn)).text();
  const [file = ''] = /\/_next\/static\/[^"]+\.js/.exec(page) ?? [];
  const response = await ask(file);
  expect(response.status).toBe(200);
  expect(Object.fromEntries(response.headers)).toMatchObject(literals);
  expect(response.headers.get('cache-control')).toContain('immutable');
});

test('a page has a nonce of its own, never stored, and its policy allows nothing inline', async () => {
  const [first, second] = [await ask(paths.signIn), await ask(paths.signIn)];
  const policy = first.headers.get('content-security-policy') ?? '';
  expect(policy).toMatch(/script-src 'self' 'nonce-[^']{22,}' 'strict-dynamic'/);
  expect(policy).not.toMatch(/unsafe-(?:inline|eval)/);
  expect(second.headers.get('content-security-policy')).not.toBe(policy);
  expect(first.headers.get('cache-control')).toContain('no-store');
  expect(first.headers.get('x-request-id')).not.toBe(second.headers.get('x-request-id'));
});

test('a client cannot choose the nonce, the request id or the address', async () => {
  const headers = { 'x-nonce': 'chosen', 'x-request-id': 'chosen', 'x-middleware-subrequest': 'middleware' };
  const response = await ask(paths.patient.home, { headers });
  expect(response.status).toBe(303);
  expect(response.headers.get('content-security-policy')).not.toContain('chosen');
  expect(response.headers.get('x-request-id')).not.toBe('chosen');
  expect((await ask(paths.signIn, { headers: { 'x-forwarded-for': '203.0.113.9' } })).status).toBe(421);
});
