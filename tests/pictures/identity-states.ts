import type { Page } from 'playwright';
import { madeRoomMark, paths, signInReasons } from '#lib/platform/paths';
import { apiToken, askApi } from '../harness/api';
import { asRole } from '../harness/as-role';
import type { DemoAccount, Product } from '../harness/product';
import { superuserUrlOf } from '../harness/product-database';
import { settled } from '../harness/settled';
import { signIn } from '../harness/viewers';
import { VirtualAuthenticator } from '../harness/virtual-authenticator';
import { Guarded } from './guarded';
import { enrolment, type PortalState, press } from './states';

const methods = ['totp', 'sms', 'recovery_code'] as const;

/** Who somebody is and how they show it: every way through the doors, and what administration sees of accounts. */
export function identityStates(product: Product, accounts: readonly DemoAccount[]): PortalState[] {
  const [newcomer, guardedAccount] = accounts.filter(({ role }) => role === 'patient').reverse();
  if (!newcomer || !guardedAccount) throw new Error('The demo has too few patients.');
  const guarded = new Guarded(product, guardedAccount);
  const second = (address: string) => async (page: Page) => {
    await guarded.passPassword(page);
    return address;
  };
  const inside = (address: string) => async (page: Page) => {
    await guarded.signIn(page);
    return address;
  };
  return [
    ...signInReasons.map(
      (reason): PortalState => ({
        name: `sign-in-after-${reason}`,
        viewer: 'stranger',
        address: paths.signInAgain(reason),
      }),
    ),
    { name: 'sign-in-held', viewer: 'stranger', address: paths.signIn, act: tryTooOften },
    ...methods.map(
      (method): PortalState => ({
        name: `sign-in-by-${method}`,
        viewer: 'stranger',
        address: second(paths.signInCodeBy(method)),
      }),
    ),
    {
      name: 'sign-in-by-sms-sent',
      viewer: 'stranger',
      address: second(paths.signInCodeBy('sms')),
      act: text,
    },
    {
      name: 'sign-in-code-refused',
      viewer: 'stranger',
      address: second(paths.signInCodeBy('totp')),
      act: async (page) => {
        await page.getByRole('textbox', { name: 'Code' }).fill('000000');
        await press('Continue')(page);
      },
    },
    ...methods.map(
      (method): PortalState => ({
        name: `confirm-by-${method}`,
        viewer: 'stranger',
        address: inside(paths.account.confirm(paths.account.passkeys, method)),
      }),
    ),
    { name: 'security-guarded', viewer: 'stranger', address: inside(paths.account.security) },
    { name: 'phone-own', viewer: 'stranger', address: inside(paths.account.phone) },
    { name: 'authenticator-own', viewer: 'stranger', address: inside(paths.account.authenticator) },
    { name: 'recovery-codes-own', viewer: 'stranger', address: inside(paths.account.recoveryCodes) },
    {
      name: 'made-room',
      viewer: 'stranger',
      address: inside(`${paths.patient.home}?${madeRoomMark}=1`),
    },
    {
      name: 'passkey-added',
      viewer: 'stranger',
      address: enrolment(product, 'pass'),
      act: async (page) => {
        await addPasskey(page);
        await page.getByRole('status').waitFor();
      },
    },
    {
      name: 'confirm-by-webauthn',
      viewer: 'stranger',
      address: enrolment(product, 'step'),
      act: async (page) => {
        await addPasskey(page);
        await page.goto(paths.account.confirm(paths.account.passkeys, 'webauthn'));
      },
    },
    {
      name: 'idle-warning',
      viewer: 'stranger',
      address: async (page) => {
        await signIn(page, newcomer);
        return paths.patient.home;
      },
      act: async (page) => {
        await leaveIdle(product);
        await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
        await page.getByRole('alertdialog').waitFor();
      },
    },

    { name: 'admin-doctor', viewer: 'admin', address: aDoctor() },
    { name: 'admin-doctor-disable', viewer: 'admin', address: aDoctor('disable') },
    { name: 'admin-doctor-role', viewer: 'admin', address: aDoctor('role') },
    { name: 'admin-people-found', viewer: 'admin', address: paths.admin.people, act: find(newcomer.email) },
    {
      name: 'admin-people-none',
      viewer: 'admin',
      address: paths.admin.people,
      act: find('nobody@example.org'),
    },
    {
      name: 'admin-person-disable-wrong',
      viewer: 'admin',
      address: aDoctor('disable'),
      act: press('Disable account'),
    },
    { name: 'admin-approval', viewer: 'admin', address: askedRole(product, accounts, newcomer) },
    { name: 'admin-person-waiting', viewer: 'admin', address: (page) => personOf(page, newcomer.email) },
    { name: 'admin-approvals-open', viewer: 'admin', address: paths.admin.approvals },
  ];
}

async function tryTooOften(page: Page): Promise<void> {
  await page
    .getByRole('textbox', { name: 'E-mail' })
    .fill(`nobody.${page.viewportSize()?.width}@example.org`);
  for (let tries = 0; tries < 12; tries += 1) {
    await page.getByLabel('Password', { exact: true }).fill('Not-my-password-1');
    await press(/^Sign in$/)(page);
    await page.waitForTimeout(500);
    if (
      await page
        .getByText(/Too many tries/)
        .first()
        .isVisible()
    )
      return;
  }
}

async function text(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Text me a code' }).click();
  await page.getByRole('textbox', { name: 'Code' }).waitFor();
}

async function addPasskey(page: Page): Promise<void> {
  await VirtualAuthenticator.pluggedInto(page);
  await page.goto(paths.account.passkeys);
  await page.getByRole('textbox', { name: /^Name/ }).fill('Blue laptop');
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await page.waitForURL((url) => url.pathname === paths.account.security);
}

/** The newest session was last used almost as long ago as it may be. */
const leaveIdle = (product: Product) =>
  asRole(
    superuserUrlOf(product),
    (sql) => sql`
      update sessions set last_activity_at = clock_timestamp() - make_interval(secs => idle_timeout_seconds - 100)
       where id = (select id from sessions where idle_timeout_seconds is not null order by created_at desc limit 1)`,
  );

const find = (email: string) => async (page: Page) => {
  await page.getByRole('searchbox').first().fill(email);
  await page.getByRole('button', { name: 'Find' }).click();
  await page.waitForURL(/[?&]search=/);
  await page.getByText(email).first().waitFor();
  await settled(page);
};

async function personOf(page: Page, email: string): Promise<string> {
  await page.goto(paths.admin.people);
  await find(email)(page);
  const link = page.getByRole('main').getByRole('table').getByRole('link').first();
  return (await link.getAttribute('href')) ?? paths.admin.people;
}

/** The doctor with the full day, or a page of an act about her. */
const aDoctor = (act?: 'disable' | 'role') => async (page: Page) => {
  const person = await personOf(page, 'amara.okafor@demo.medisecure.example');
  return act ? `${person}/${act}` : person;
};

/** What another admin has asked for, as the second one sees it. A code of theirs counts once: it is asked for once. */
const askedRole = (product: Product, accounts: readonly DemoAccount[], { email }: DemoAccount) => {
  let asked: Promise<unknown> | undefined;
  const ask = async (person: string) => {
    const other = accounts.find((each) => each.email.startsWith('sunniva.'));
    if (!other) throw new Error('The demo has no second admin.');
    const token = await apiToken(product, other);
    const told = { display_name: 'Dr Robin Demo', speciality: 'General practice' };
    const body = { role: 'doctor', reason: 'Joins the practice', ...told };
    return askApi(product, `PUT /admin/users/${person.split('/').at(-1)}`, { token, body });
  };
  return async (page: Page) => {
    const person = await personOf(page, email);
    asked ??= ask(person);
    await asked;
    await page.goto(paths.admin.approvals);
    const link = page.getByRole('main').getByRole('table').getByRole('link').first();
    return (await link.getAttribute('href')) ?? '';
  };
};
