import { readFileSync } from 'node:fs';
import { type Beside, startBeside } from '../harness/beside';
import { addressOf, portalPages, type Viewer } from '../harness/portal-pages';
import { cookiesOf, type Part, scene } from './scene';
import { expect, test } from './test';

// The middleware is a courtesy. Without it every page still asks an operation, which asks the session.
test.describe.configure({ mode: 'serial' });

let bare: Beside;
test.beforeAll(async () => {
  bare = await startBeside(scene().product, 'tests/e2e/without-middleware.ts');
});
test.afterAll(() => bare.stop());

interface Answer {
  status: number;
  location: string | null;
  html: string;
  policy: string;
}

async function ask(address: string, part: Part | null): Promise<Answer> {
  const headers: Record<string, string> = part ? { cookie: cookieOf(part) } : {};
  const response = await fetch(`${bare.origin}${address}`, { redirect: 'manual', headers });
  return {
    status: response.status,
    location: response.headers.get('location'),
    html: await response.text(),
    policy: response.headers.get('content-security-policy') ?? '',
  };
}

function cookieOf(part: Part): string {
  const { cookies } = JSON.parse(readFileSync(cookiesOf(part), 'utf8')) as {
    cookies: { name: string; value: string }[];
  };
  return cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
}

/** A stranger is sent to sign in, before anything was sent or in what was. */
function expectTurnedAway({ status, location, html }: Answer, what: string): void {
  const target = location ?? /url=([^"]+)"/.exec(html)?.[1] ?? '';
  expect([200, 303, 307], what).toContain(status);
  expect(target, what).toMatch(/^(?:http:\/\/localhost:\d+)?\/sign-in/);
}

const others: Record<Exclude<Viewer, 'stranger'>, Part[]> = {
  patient: ['doctor', 'admin'],
  doctor: ['patient', 'admin'],
  admin: ['patient', 'doctor'],
};
const guarded = portalPages.filter(({ viewer }) => viewer !== 'stranger');

test('the middleware is really gone, and a session still opens its own pages', async ({ open }) => {
  const { policy } = await ask('/sign-in', null);
  expect(policy).not.toContain('nonce-');
  const page = await open('patient');
  for (const each of guarded.filter(({ viewer }) => viewer === 'patient').slice(0, 3)) {
    const { status, html } = await ask(await addressOf(each, page), 'patient');
    expect(status, each.name).toBe(200);
    expect(html, each.name).toContain('Elsa');
  }
});

for (const portalPage of guarded) {
  const { name, viewer } = portalPage;
  if (viewer === 'stranger') continue;
  test(`${name} opens to nobody else without it`, async ({ open }) => {
    const page = await open(viewer);
    const address = await addressOf(portalPage, page);
    expectTurnedAway(await ask(address, null), `${name} for a stranger`);
    if (name.startsWith('account')) return;
    for (const part of others[viewer]) {
      const { status, html } = await ask(address, part);
      const refused =
        [403, 404].includes(status) || /This page is for another role|can’t find this page/.test(html);
      expect(refused, `${name} for ${part}: ${status}`).toBe(true);
    }
  });
}
