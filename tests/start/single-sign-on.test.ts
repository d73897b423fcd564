import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from '#lib/platform/embedded-postgres/free-port';
import { apiToken, askApi } from '../harness/api';
import {
  client,
  type KnownPerson,
  type OpenIdProvider,
  startOpenIdProvider,
} from '../harness/openid-provider';
import { PlainBrowser } from '../harness/plain-browser';
import {
  type DemoAccount,
  demoAccounts,
  type RunningProduct,
  raisedLimits,
  startProduct,
} from '../harness/product';

let provider: OpenIdProvider;
let product: RunningProduct;
let accounts: DemoAccount[];

beforeAll(async () => {
  const port = await freePort();
  provider = await startOpenIdProvider(`http://localhost:${port}/api/auth/callback/sso`);
  product = await startProduct({
    ...raisedLimits,
    PORT: String(port),
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: client.clientId,
    OIDC_CLIENT_SECRET: client.clientSecret,
    OIDC_NAME: 'Northgate account',
    OIDC_TRUST_AMR: 'yes',
  });
  accounts = demoAccounts(product);
}, 900_000);
afterAll(async () => {
  await product?.stop();
  await provider?.close();
});

const emailOf = (role: DemoAccount['role']) => accounts.find((each) => each.role === role)?.email ?? '';
const doctor = (more: Partial<KnownPerson> = {}): KnownPerson => ({
  email: emailOf('doctor'),
  email_verified: true,
  amr: ['pwd', 'otp'],
  ...more,
});

const session = 'medisecure.session';
const refusedPage = '/sign-in?reason=sso_refused';
const isCallback = ({ pathname }: URL) => pathname === '/api/auth/callback/sso';

/** Up to the moment at which the provider sends the browser back. */
async function untilCallback(person: KnownPerson, change = (asked: URL) => asked) {
  provider.seat(person);
  const browser = new PlainBrowser();
  const begun = await browser.get(`${product.origin}/sign-in/sso?next=/doctor/patients`);
  const asked = change(new URL(begun.headers.get('location') ?? ''));
  const callback = new URL(await browser.follow(asked.href, isCallback));
  return { browser, callback, asked };
}

async function comeBack(browser: PlainBrowser, callback: URL): Promise<string> {
  const response = await browser.get(callback.href);
  const to = new URL(response.headers.get('location') ?? '', product.origin);
  return to.origin === product.origin ? to.pathname + to.search : to.href;
}

async function through(person: KnownPerson) {
  const { browser, callback } = await untilCallback(person);
  return { browser, to: await comeBack(browser, callback) };
}

describe('staff who sign in by the identity provider of the clinic', () => {
  it('have one button for it on the sign-in page', async () => {
    const page = await (await fetch(`${product.origin}/sign-in`)).text();
    expect(page).toContain('Sign in with Northgate account');
  });

  it('are asked for no more than who they are, bound to this browser', async () => {
    const { asked } = await untilCallback(doctor());
    expect(asked.searchParams.get('scope')).toBe('openid email');
    for (const name of ['state', 'nonce', 'code_challenge'])
      expect(asked.searchParams.get(name)).toBeTruthy();
    expect(asked.searchParams.get('code_challenge_method')).toBe('S256');
  });

  it('are in their portal at once where the provider vouches for two factors', async () => {
    const { browser, to } = await through(doctor());
    expect(to).toBe('/doctor/patients');
    expect((await browser.get(`${product.origin}/doctor/patients`)).status).toBe(200);
  });

  it('sign in there again when they did so long ago: no return without a question is two factors', async () => {
    const { asked } = await untilCallback(doctor());
    expect(asked.searchParams.get('max_age')).toBe('300');
  });

  it('owe their own second factor where the provider knows them from hours ago', async () => {
    const { to, browser } = await through(doctor({ signedInSecondsAgo: 4 * 3600 }));
    expect(to).toMatch(/^\/sign-in\/code/);
    expect(browser.has(session)).toBe(false);
  });

  it('still owe their own second factor where it vouches for a password alone', async () => {
    const { browser, to } = await through(doctor({ amr: ['pwd'] }));
    expect(to).toBe('/sign-in/code?next=%2Fdoctor%2Fpatients');
    expect(browser.has(session)).toBe(false);
    expect((await browser.get(`${product.origin}${to}`)).status).toBe(200);
  });
});

describe('one plain refusal for everybody else', () => {
  it.each([
    ['an e-mail that the provider has not verified', () => doctor({ email_verified: false })],
    ['an unknown e-mail', () => doctor({ email: 'nobody@example.org' })],
    ['a patient', () => doctor({ email: emailOf('patient') })],
    ['no e-mail at all', () => doctor({ email: '' })],
  ])('%s', async (_name, person) => {
    const { browser, to } = await through(person());
    expect([to, browser.has(session)]).toEqual([refusedPage, false]);
  });

  it.each([
    ['state', (url: URL) => url.searchParams.set('state', 'x'.repeat(43))],
    ['issuer', (url: URL) => url.searchParams.set('iss', 'https://evil.example')],
    ['code', (url: URL) => url.searchParams.set('code', 'x'.repeat(43))],
  ])('an answer whose %s was altered', async (_name, alter) => {
    const { browser, callback } = await untilCallback(doctor());
    alter(callback);
    expect([await comeBack(browser, callback), browser.has(session)]).toEqual([refusedPage, false]);
  });

  it('an answer to another question: the nonce is not ours', async () => {
    const { browser, callback } = await untilCallback(doctor(), (asked) => {
      asked.searchParams.set('nonce', 'x'.repeat(43));
      return asked;
    });
    expect([await comeBack(browser, callback), browser.has(session)]).toEqual([refusedPage, false]);
  });

  it('an answer that was used before, also with the cookies of the first time', async () => {
    const { browser, callback } = await untilCallback(doctor());
    const replaying = browser.copy();
    expect(await comeBack(browser, callback)).toBe('/doctor/patients');
    expect([await comeBack(replaying, callback), replaying.has(session)]).toEqual([refusedPage, false]);
  });

  it('an answer that another browser has asked for', async () => {
    const { callback } = await untilCallback(doctor());
    const victim = new PlainBrowser();
    expect([await comeBack(victim, callback), victim.has(session)]).toEqual([refusedPage, false]);
  });

  it('is written into the audit log with its reason', async () => {
    const admin = accounts.find(({ role }) => role === 'admin');
    if (!admin) throw new Error('The demo has no admin.');
    const { json } = await askApi<{ items: { reason_code: string }[] }>(
      product,
      'GET /admin/audit-logs?action=LOGIN_FAILED&page_size=100',
      { token: await apiToken(product, admin) },
    );
    expect(new Set(json.items.map(({ reason_code }) => reason_code))).toEqual(
      new Set(['sso_not_proven', 'sso_email_unverified', 'sso_unknown', 'sso_not_staff']),
    );
  });
});

it.each(['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)'])(
  'goes on to this site only, never to %s',
  async (next) => {
    provider.seat(doctor());
    const browser = new PlainBrowser();
    const begin = `${product.origin}/sign-in/sso?next=${encodeURIComponent(next)}`;
    const callback = new URL(await browser.follow(begin, isCallback));
    expect(await comeBack(browser, callback)).toBe('/doctor');
  },
);
