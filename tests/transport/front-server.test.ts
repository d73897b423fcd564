import { describe, expect, it } from 'vitest';
import { ask, demo, raw, seen } from './front-sites';

const sevenHeaders = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'x-xss-protection': '1; mode=block',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'permissions-policy': 'geolocation=(), microphone=(), camera=()',
};

describe('who answers', () => {
  it.each([
    '/api/v1/records',
    '/api/v9',
    '/api',
    '/graphql',
    '/openapi.json',
    '/fhir/R4/Patient',
    '/health/live',
    '/metrics',
    '/api/authors',
  ])('%s goes to dispatch', async (path) => {
    await ask(demo, path);
    expect([seen.wire?.url, seen.page]).toEqual([path, null]);
  });

  it.each([
    '/',
    '/api/auth/session',
    '/api/auth',
    '/healthy',
    '/apis',
    '/patient',
    '/_next/static/x.js',
    '/graphqls',
  ])('%s goes to Next', async (path) => {
    await ask(demo, path);
    expect([seen.page?.url, seen.wire]).toEqual([path, null]);
  });
});

describe('an address that cannot be decoded', () => {
  it.each(['/%E0%A4%A', '/sign-in%', '/patient/records/%ff'])(
    '%s is refused before Next sees it',
    async (path) => {
      const { status, headers } = await ask(demo, path);
      expect([status, seen.page, headers['x-frame-options']]).toEqual([400, null, 'DENY']);
    },
  );
});

describe('security headers', () => {
  it.each(['/api/v1/x', '/health/live', '/'])('stand on %s', async (path) => {
    expect((await ask(demo, path)).headers).toMatchObject(sevenHeaders);
  });

  it("keep a page's own policy and give one to what has none", async () => {
    expect((await ask(demo, '/')).headers['content-security-policy']).toBe('page-policy');
    expect((await ask(demo, '/health/live')).headers['content-security-policy']).toMatch(
      /^default-src 'self';/,
    );
  });

  it('stand on refusals, and on answers to what is not HTTP at all', async () => {
    expect((await ask(demo, '/', { host: 'evil.example' })).headers).toMatchObject(sevenHeaders);
    const answer = await raw(demo, 'NONSENSE\r\n\r\n');
    expect(answer).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
    for (const [name, value] of Object.entries(sevenHeaders))
      expect(answer).toContain(`${name}: ${value}\r\n`);
    expect(answer).toMatch(/"code":"malformed_request"/);
  });
});

describe('bodies', () => {
  const chunked: Record<string, string> = { 'transfer-encoding': 'chunked' };
  const limit = 10_000_000;
  const megabyte = Buffer.alloc(1_000_000, 'a');
  const tenMegabytes = Array.from({ length: 10 }, () => megabyte);

  it.each(['/api/v1/x', '/patient'])(
    'of exactly the limit pass to %s, announced or in chunks',
    async (path) => {
      for (const headers of [{ 'content-length': String(limit) }, chunked]) {
        expect((await ask(demo, path, headers, 'POST', tenMegabytes)).status).toBe(200);
        if (path === '/patient') expect(seen.page?.bytes).toBe(limit);
      }
    },
  );

  it.each(['/api/v1/x', '/patient'])(
    'of one byte more are refused at %s, and the client can read it',
    async (path) => {
      const more = [...tenMegabytes, Buffer.from('b')];
      for (const headers of [{ 'content-length': String(limit + 1) }, chunked]) {
        const answer = await ask(demo, path, headers, 'POST', more);
        expect([answer.status, answer.headers.connection]).toEqual([413, 'close']);
        // A person at a form is answered by a page that says so.
        if (path === '/patient') expect(answer.text).toBe('page');
        else expect(JSON.parse(answer.text)).toMatchObject({ title: 'Request too large', status: 413 });
      }
    },
  );

  it('are not asked for when they announce themselves too long', async () => {
    const head = `POST /patient HTTP/1.1\r\nHost: localhost:${demo.port}\r\nContent-Length: 10000001\r\nExpect: 100-continue\r\n\r\n`;
    const answer = await raw(demo, head);
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(answer).not.toMatch(/100 Continue/);
  });

  it('with two lengths are refused: a proxy might have believed the other', async () => {
    const head = `POST /api/v1/x HTTP/1.1\r\nHost: localhost:${demo.port}\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n`;
    expect(await raw(demo, `${head}0\r\n\r\n`)).toMatch(/^HTTP\/1\.1 400 /);
  });
});

describe('odd requests', () => {
  it.each(['TRACE', 'PUT', 'DELETE', 'OPTIONS'])('%s of a page is 405', async (method) => {
    const answer = await ask(demo, '/', {}, method);
    expect([answer.status, answer.headers.allow]).toEqual([405, 'GET, HEAD, POST']);
  });

  it('CONNECT is 405 as well: this is no proxy', async () => {
    const answer = await raw(demo, 'CONNECT example.org:443 HTTP/1.1\r\nHost: example.org:443\r\n\r\n');
    expect(answer).toMatch(/^HTTP\/1\.1 405 Method Not Allowed\r\n/);
    expect(answer).toContain('"code":"method_not_allowed"');
    for (const [name, value] of Object.entries({ ...sevenHeaders, allow: '' }))
      expect(answer).toContain(`${name}: ${value}\r\n`);
  });

  it('with headers beyond 16 KB are 431', async () => {
    expect((await ask(demo, '/', { 'x-long': 'a'.repeat(20_000) })).status).toBe(431);
  });

  it('that ask for an upgrade are answered as plain ones', async () => {
    const head = `GET / HTTP/1.1\r\nHost: localhost:${demo.port}\r\nConnection: Upgrade, close\r\nUpgrade: websocket\r\n\r\n`;
    expect(await raw(demo, head)).toMatch(/^HTTP\/1\.1 200 /);
  });
});
