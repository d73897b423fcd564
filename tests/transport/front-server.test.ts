import { request as httpRequest, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { freePort } from '#lib/platform/embedded-postgres/free-port';
import { readEnv } from '#lib/platform/env/read';
import { readFrontDoor } from '#lib/platform/front-door';
import { json } from '#lib/transport/answer';
import { createFrontServer } from '#lib/transport/start/front/front-server';
import type { WireRequest } from '#lib/transport/wire';

interface Seen {
  wire: WireRequest | null;
  page: { url: string | undefined; headers: IncomingMessage['headers']; bytes: number } | null;
}
let seen: Seen;
beforeEach(() => {
  seen = { wire: null, page: null };
});

const doors = {
  async dispatch(wire: WireRequest) {
    seen.wire = wire;
    const body = wire.method === 'POST' ? await wire.body(10_000_000) : new Uint8Array();
    return json(200, { bytes: body.byteLength });
  },
  async page(request: IncomingMessage, response: ServerResponse) {
    let bytes = 0;
    for await (const chunk of request) bytes += chunk.length;
    seen.page = { url: request.url, headers: request.headers, bytes };
    response.setHeader('content-security-policy', 'page-policy');
    response.end('page');
  },
};

interface Site {
  server: Server;
  port: number;
}
async function open(source: Record<string, string>): Promise<Site> {
  const port = await freePort();
  const server = createFrontServer(readEnv({ ...source, PORT: String(port) }), doors);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return { server, port: (server.address() as AddressInfo).port };
}

let demo: Site;
let clinic: Site;
beforeAll(async () => {
  demo = await open({});
  clinic = await open({
    DATABASE_URL: 'postgres://u:p@127.0.0.1/m',
    PUBLIC_URL: 'https://clinic.example',
    NEXTAUTH_SECRET: 'x'.repeat(32),
    MEDISECURE_KEK_FILE: '/k',
    MEDISECURE_ALLOW_LOCAL_KEK: 'yes',
    TRUSTED_PROXIES: '127.0.0.0/8,10.0.0.0/8',
  });
});
afterAll(() => {
  demo.server.close().closeAllConnections();
  clinic.server.close().closeAllConnections();
});

interface Answer {
  status: number;
  headers: IncomingMessage['headers'];
  text: string;
}
function ask(
  site: Site,
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
  body?: Buffer[],
) {
  const host = site === demo ? `localhost:${site.port}` : 'clinic.example';
  return new Promise<Answer>((resolve, reject) => {
    const options = {
      host: '127.0.0.1',
      port: site.port,
      path,
      method,
      headers: { host, ...headers },
      agent: false,
    };
    const outgoing = httpRequest(options, async (incoming) => {
      let text = '';
      for await (const chunk of incoming) text += chunk;
      resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, text });
    });
    outgoing.once('error', reject);
    for (const chunk of body ?? []) outgoing.write(chunk);
    outgoing.end();
  });
}

/** Bytes as they are, for what no HTTP client would send. */
function raw(site: Site, text: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(site.port, '127.0.0.1', () => socket.write(text));
    let answer = '';
    socket.on('data', (chunk) => {
      answer += chunk;
    });
    socket.on('close', () => resolve(answer));
  });
}

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

describe('the site that was meant', () => {
  it('is this machine in the demo', async () => {
    for (const name of ['localhost', '127.0.0.1', '[::1]', 'LOCALHOST']) {
      expect((await ask(demo, '/', { host: `${name}:${demo.port}` })).status).toBe(200);
    }
    for (const host of [
      'localhost',
      `localhost:${demo.port + 1}`,
      `127.0.0.2:${demo.port}`,
      'clinic.example',
    ]) {
      expect((await ask(demo, '/', { host })).status).toBe(421);
    }
  });

  it.each(['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-forwarded-anything'])(
    'refuses the demo behind a proxy (%s)',
    async (name) => {
      expect((await ask(demo, '/', { [name]: 'for=192.0.2.1' })).status).toBe(421);
      expect((await ask(demo, '/api/v1/x', { [name]: 'x' })).text).toMatch(/"code":"misdirected_request"/);
    },
  );

  it('is PUBLIC_URL in production, but probes may name the machine', async () => {
    expect((await ask(clinic, '/')).status).toBe(200);
    expect((await ask(clinic, '/', { host: 'clinic.example:443' })).status).toBe(200);
    expect((await ask(clinic, '/', { host: 'clinic.example:80' })).status).toBe(421);
    expect((await ask(clinic, '/api/v1/x', { host: 'localhost' })).status).toBe(421);
    expect((await ask(clinic, '/health/live', { host: '10.1.2.3:3000' })).status).toBe(200);
    expect((await ask(clinic, '/metrics', { host: 'pod' })).status).toBe(200);
  });

  it('counts in a target that is a whole URL, and needs to be named once', async () => {
    expect((await ask(demo, `http://evil.example/api/v1/x`)).status).toBe(421);
    expect((await ask(demo, `http://localhost:${demo.port}/api/v1/x?y=1`)).status).toBe(200);
    expect(seen.wire?.url).toBe('/api/v1/x?y=1');
    const twice = `GET / HTTP/1.1\r\nHost: localhost:${demo.port}\r\nHost: evil\r\nConnection: close\r\n\r\n`;
    expect(await raw(demo, twice)).toMatch(/^HTTP\/1\.1 400 /);
    expect(await raw(demo, 'GET / HTTP/1.1\r\nHost:\r\nConnection: close\r\n\r\n')).toMatch(
      /^HTTP\/1\.1 421 /,
    );
    expect(await raw(demo, 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /);
  });
});

describe('what a client cannot claim', () => {
  const forged = {
    'x-real-ip': '1.1.1.1',
    'x-middleware-subrequest': 'middleware',
    'x-middleware-request-x-nonce': 'n',
    'x-nonce': 'n',
    'content-security-policy': "script-src 'nonce-n'",
    'x-request-id': 'mine',
    'x-medisecure-front': 'guess',
    'x-medisecure-address': '1.1.1.1',
    'x-matched-path': '/admin',
    'x-invoke-path': '/admin',
    'x-nextjs-data': '1',
    'next-resume': '1',
  };

  it('is taken out before Next sees it', async () => {
    await ask(demo, '/', forged);
    const headers = seen.page?.headers ?? {};
    const left = Object.entries(forged).filter(([name, value]) => headers[name] === value);
    expect(left).toEqual([]);
    expect(headers['x-forwarded-host']).toBe(`localhost:${demo.port}`);
    expect(headers['x-forwarded-for']).toBe('127.0.0.1');
  });

  it('leaves the true address and request id, which only the secret of this process makes believable', async () => {
    await ask(demo, '/', forged);
    const sent = new Headers(
      Object.entries(seen.page?.headers ?? {}).map(([name, value]) => [name, String(value)]),
    );
    expect(readFrontDoor(sent)).toMatchObject({ address: '127.0.0.1' });
    sent.set('x-medisecure-front', 'guess');
    expect(readFrontDoor(sent)).toBeNull();
  });

  it('takes the address from proxies of ours only, from the right', async () => {
    const from = async (forwarded: string) => {
      await ask(clinic, '/api/v1/x', { 'x-forwarded-for': forwarded });
      return seen.wire?.ip;
    };
    expect(await from('198.51.100.7')).toBe('198.51.100.7');
    expect(await from('1.1.1.1, 198.51.100.7, 10.2.3.4')).toBe('198.51.100.7');
    expect(await from('1.1.1.1, nonsense')).toBe('127.0.0.1');
    expect(await from('::ffff:198.51.100.9')).toBe('198.51.100.9');
    expect(await from('2001:db8::1, 10.0.0.1')).toBe('2001:db8::1');
  });
});

describe('bodies', () => {
  const limit = 10_000_000;
  const megabyte = Buffer.alloc(1_000_000, 'a');
  const tenMegabytes = Array.from({ length: 10 }, () => megabyte);

  it.each(['/api/v1/x', '/patient'])(
    'of exactly the limit pass to %s, announced or in chunks',
    async (path) => {
      for (const headers of [{ 'content-length': String(limit) }, { 'transfer-encoding': 'chunked' }]) {
        expect((await ask(demo, path, headers as Record<string, string>, 'POST', tenMegabytes)).status).toBe(
          200,
        );
        if (path === '/patient') expect(seen.page?.bytes).toBe(limit);
      }
    },
  );

  it.each(['/api/v1/x', '/patient'])(
    'of one byte more are refused at %s, and the client can read it',
    async (path) => {
      const more = [...tenMegabytes, Buffer.from('b')];
      for (const headers of [{ 'content-length': String(limit + 1) }, { 'transfer-encoding': 'chunked' }]) {
        const answer = await ask(demo, path, headers as Record<string, string>, 'POST', more);
        expect([answer.status, answer.headers.connection]).toEqual([413, 'close']);
        expect(JSON.parse(answer.text)).toMatchObject({ title: 'Request too large', status: 413 });
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

  it('with headers beyond 16 KB are 431', async () => {
    expect((await ask(demo, '/', { 'x-long': 'a'.repeat(20_000) })).status).toBe(431);
  });

  it('that ask for an upgrade are answered as plain ones', async () => {
    const head = `GET / HTTP/1.1\r\nHost: localhost:${demo.port}\r\nConnection: Upgrade, close\r\nUpgrade: websocket\r\n\r\n`;
    expect(await raw(demo, head)).toMatch(/^HTTP\/1\.1 200 /);
  });
});
