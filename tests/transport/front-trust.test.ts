import { describe, expect, it } from 'vitest';
import { readFrontDoor } from '#lib/platform/front-door';
import { ask, clinic, demo, raw, type Site, seen } from './front-sites';

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
    const sent = new Headers();
    for (const [name, value] of Object.entries(seen.page?.headers ?? {})) sent.set(name, String(value));
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

describe('a write to a page', () => {
  const cookie = 'medisecure.session=x';
  const post = async (site: Site, headers: Record<string, string>) => {
    const { status } = await ask(site, '/patient', headers, 'POST');
    return [status, seen.page !== null];
  };

  it('from a page of ours passes', async () => {
    expect(await post(demo, { cookie })).toEqual([200, true]);
    expect(await post(clinic, { cookie, 'sec-fetch-site': 'same-origin' })).toEqual([200, true]);
  });

  it.each([
    'https://evil.example',
    'null',
    'https://clinic.example.evil.example',
    'http://clinic.example',
    'https://clinic.example:8443',
    '',
  ])('from %j is refused', async (origin) => {
    expect(await post(clinic, { cookie, origin })).toEqual([403, false]);
  });

  it('with cookies is refused where no origin is named, and wherever a browser says that it is another site', async () => {
    expect(await post(demo, { 'sec-fetch-site': 'cross-site' })).toEqual([403, false]);
    const head = `POST /patient HTTP/1.1\r\nHost: localhost:${demo.port}\r\nConnection: close\r\nContent-Length: 0\r\n`;
    expect(await raw(demo, `${head}Cookie: ${cookie}\r\n\r\n`)).toMatch(/^HTTP\/1\.1 403 /);
    expect(await raw(demo, `${head}\r\n`)).toMatch(/^HTTP\/1\.1 200 /);
  });
});
