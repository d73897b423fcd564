import NextAuth from 'next-auth';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type PortalClaims, parseClaims, readClaims, writeClaims } from '#lib/auth/portal/claims';
import { portalAuth } from '#lib/auth/portal/options';
import { portalSignIn } from '#lib/operations/auth/portal-sign-in';
import { redeemTicket } from '#lib/operations/auth/redeem-ticket';
import { signOut } from '#lib/operations/auth/sign-out';
import { getMe } from '#lib/operations/users/get-me';
import { goodPassword, portalCaller, verifiedPatient, visitor } from '../../factories/visitor';
import { openClinic, type TestClinic } from '../../harness/clinic';

const email = 'patient@example.org';
const cookieName = 'medisecure.session';
const home = 'http://localhost:3000';
let clinic: TestClinic;

beforeAll(async () => {
  vi.stubEnv('NEXTAUTH_SECRET', 'a secret of the test, 32 characters');
  vi.stubEnv('NEXTAUTH_URL', home);
  clinic = await openClinic();
  await verifiedPatient(clinic, email);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await clinic.close();
});

const stranger = () => visitor(clinic.clock);
const personOf = ({ sid, secret, role }: PortalClaims) =>
  visitor(clinic.clock, portalCaller({ session_id: sid, secret, role }));

const door = {
  redeem: async (ticket: string) => {
    const opened = await stranger()
      .call(redeemTicket, { ticket })
      .catch(() => null);
    return opened && parseClaims({ ...opened, sid: opened.session_id });
  },
  enter: async () => '/sign-in',
  end: (session: PortalClaims) => personOf(session).call(signOut, {}),
};

interface Ask {
  method: 'GET' | 'POST';
  path: readonly string[];
  cookies?: Record<string, string>;
  body?: Record<string, string>;
}

interface Reply {
  status: number;
  body: unknown;
  /** Where it sends the browser. */
  location: string | undefined;
  /** The Set-Cookie lines, by cookie. */
  lines: Record<string, string>;
}

/** next-auth itself, by its plain handler. */
async function ask({ method, path, cookies = {}, body = {} }: Ask): Promise<Reply> {
  const headers: Record<string, string | string[]> = {};
  const reply: Reply = { status: 200, body: undefined, location: undefined, lines: {} };
  const finish = (sent?: unknown) => {
    reply.body = sent;
  };
  const response = {
    status: (code: number) => Object.assign(reply, { status: code }) && response,
    setHeader: (name: string, value: string | string[]) => {
      headers[name.toLowerCase()] = value;
      return response;
    },
    getHeader: (name: string) => headers[name.toLowerCase()],
    json: finish,
    send: finish,
    end: finish,
  };
  const request = { method, cookies, body, headers: { host: 'localhost:3000' }, query: { nextauth: path } };
  await NextAuth(request as never, response as never, portalAuth(door));
  reply.location = headers.location as string | undefined;
  for (const line of [headers['set-cookie'] ?? []].flat()) {
    reply.lines[line.slice(0, line.indexOf('='))] = line;
  }
  return reply;
}

const cookieValue = (line: string | undefined) =>
  decodeURIComponent(line?.slice(line.indexOf('=') + 1).split(';')[0] ?? '');

async function csrf() {
  const { body, lines } = await ask({ method: 'GET', path: ['csrf'] });
  const cookies = Object.fromEntries(Object.entries(lines).map(([name, line]) => [name, cookieValue(line)]));
  return { csrfToken: String((body as { csrfToken: string }).csrfToken), cookies };
}

async function ticket(): Promise<string> {
  const answer = await stranger().call(portalSignIn, { email, password: goodPassword });
  return 'ticket' in answer ? answer.ticket : '';
}

async function signInByTicket(given: string, callbackUrl = '/patient') {
  const { csrfToken, cookies } = await csrf();
  const body = { csrfToken, ticket: given, callbackUrl };
  return ask({ method: 'POST', path: ['callback', 'ticket'], cookies, body });
}

describe('the cookie', () => {
  it('carries session id, secret and role, encrypted, and nothing else', async () => {
    const claims = { sid: '01920000-0000-7000-8000-000000000003', secret: 's3cret', role: 'doctor' };
    const cookie = await writeClaims(parseClaims({ ...claims, email }) as PortalClaims, 60);
    expect(cookie.split('.')).toHaveLength(5);
    expect(Buffer.from(cookie.split('.')[3] ?? '', 'base64url').toString()).not.toContain('doctor');
    expect(await readClaims(cookie)).toEqual(claims);
  });

  it.each([
    ['altered', (cookie: string) => `${cookie.slice(0, -2)}AA`],
    ['empty', () => ''],
    ['of no JWT', () => 'x.y.z'],
  ])('%s opens nothing', async (_name, change) => {
    const claims = { sid: '01920000-0000-7000-8000-000000000003', secret: 's', role: 'doctor' } as const;
    const cookie = await writeClaims(claims as never, 60);
    expect(await readClaims(change(cookie))).toBeNull();
  });

  it('opens nothing without a secret, nor with another', async () => {
    const claims = { sid: '01920000-0000-7000-8000-000000000003', secret: 's', role: 'doctor' } as const;
    const cookie = await writeClaims(claims as never, 60);
    vi.stubEnv('NEXTAUTH_SECRET', 'another secret of the test, 32 ch.');
    expect(await readClaims(cookie)).toBeNull();
    vi.stubEnv('NEXTAUTH_SECRET', '');
    expect(await readClaims(cookie)).toBeNull();
    expect(() => portalAuth(door)).toThrow('NEXTAUTH_SECRET');
    vi.stubEnv('NEXTAUTH_SECRET', 'a secret of the test, 32 characters');
  });
});

describe('next-auth', () => {
  it('takes a ticket once, and its session endpoint tells scripts nothing but when it ends', async () => {
    const given = await ticket();
    const line = (await signInByTicket(given)).lines[cookieName];
    expect(line).toMatch(/; Path=\/;.*; HttpOnly; SameSite=Lax/i);
    const cookie = cookieValue(line);
    const claims = await readClaims(cookie);
    expect(claims && (await personOf(claims).call(getMe, {})).email).toBe(email);
    const { body } = await ask({ method: 'GET', path: ['session'], cookies: { [cookieName]: cookie } });
    expect(Object.keys(body as object)).toEqual(['expires']);
    const again = await signInByTicket(given);
    expect(again.lines[cookieName]).toBeUndefined();
  });

  it('ends the session itself on sign-out', async () => {
    const cookie = cookieValue((await signInByTicket(await ticket())).lines[cookieName]);
    const claims = await readClaims(cookie);
    if (!claims) throw new Error('Not signed in.');
    const { csrfToken, cookies } = await csrf();
    const signedIn = { ...cookies, [cookieName]: cookie };
    const reply = await ask({ method: 'POST', path: ['signout'], cookies: signedIn, body: { csrfToken } });
    expect(cookieValue(reply.lines[cookieName])).toBe('');
    expect((await personOf(claims).refusal(getMe, {})).code).toBe('unauthenticated');
  });

  it('does neither without the CSRF token', async () => {
    const given = await ticket();
    const reply = await ask({
      method: 'POST',
      path: ['callback', 'ticket'],
      body: { ticket: given, csrfToken: 'guess' },
    });
    expect(reply.lines[cookieName]).toBeUndefined();
    await stranger().call(redeemTicket, { ticket: given });
  });

  it.each(['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)'])(
    'sends nobody on to %s',
    async (target) => {
      const reply = await signInByTicket(await ticket(), target);
      expect(new URL(reply.location ?? 'about:blank', home).origin).toBe(home);
    },
  );
});
