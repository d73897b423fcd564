import type { Page } from 'playwright';
import { paths } from '#lib/platform/paths';
import { Authenticator } from '../harness/authenticator';
import type { PortalPage } from '../harness/portal-pages';
import { type DemoAccount, invitedLink, type Product } from '../harness/product';
import { enterPassword, signIn } from '../harness/viewers';
import { VirtualAuthenticator } from '../harness/virtual-authenticator';
import { documentStates } from './document-states';

/** A page as it looks in some state of its own, or after something was done on it. */
export interface PortalState extends PortalPage {
  act?: (page: Page) => Promise<void>;
}

const unknownId = '01920000-0000-7000-8000-00000000ffff';

export const press = (name: string | RegExp) => async (page: Page) => {
  await page.getByRole('main').getByRole('button', { name }).first().click();
  await page.getByRole('main').getByRole('alert').waitFor();
};

const follow = (name: string | RegExp) => async (page: Page) => {
  await page.getByRole('main').getByRole('link', { name }).first().click();
  await page.getByRole('alertdialog').waitFor();
};

const askForKey = async (page: Page) => {
  const picture = page.getByRole('img', { name: /QR code/ });
  if (await picture.isVisible()) return;
  await page.getByRole('main').locator('#begin-setup').getByRole('button').click();
  await picture.waitFor();
};

const openMenu = (label: RegExp) => (page: Page) =>
  page.locator('summary').and(page.getByLabel(label)).locator('visible=true').click();

/** States of pages that have another look: empty, refused, wrongly filled in, asked before. */
export function portalStates(product: Product, newcomer: DemoAccount, staff: DemoAccount): PortalState[] {
  const signedIn = (address: string) => async (page: Page) => {
    await signIn(page, newcomer);
    return address;
  };
  return [
    ...documentStates,
    { name: 'sign-in-expired', viewer: 'stranger', address: paths.signInAgain('expired') },
    {
      name: 'sign-in-wrong',
      viewer: 'stranger',
      address: paths.signIn,
      act: async (page) => {
        await page.getByRole('textbox', { name: 'E-mail' }).fill('nobody@example.org');
        await page.getByLabel('Password', { exact: true }).fill('Not-my-password-1');
        await press(/^Sign in$/)(page);
      },
    },
    { name: 'sign-in-code-wrong', viewer: 'stranger', address: codePage(staff), act: press('Continue') },
    { name: 'sign-up-wrong', viewer: 'stranger', address: paths.signUp, act: press('Create account') },
    {
      name: 'verify-email-used',
      viewer: 'stranger',
      address: `${paths.verifyEmail}?token=${'a'.repeat(43)}`,
      act: press('Confirm address'),
    },
    {
      name: 'reset-password-wrong',
      viewer: 'stranger',
      address: `${paths.resetPassword}?token=${'a'.repeat(43)}`,
      act: press('Set password'),
    },
    {
      name: 'confirm-email-used',
      viewer: 'stranger',
      address: `${paths.confirmEmail}?token=${'a'.repeat(43)}`,
      act: press('Confirm address'),
    },
    {
      name: 'undo-deletion-used',
      viewer: 'stranger',
      address: `${paths.undoDeletion}?token=${'a'.repeat(43)}`,
      act: press('Open my account'),
    },
    {
      name: 'stop-recovery-used',
      viewer: 'stranger',
      address: `${paths.stopRecovery}?token=${'a'.repeat(43)}`,
      act: press(/stop it/),
    },
    {
      name: 'account-password-wrong',
      viewer: 'patient',
      address: paths.account.password,
      act: press('Change password'),
    },
    { name: 'accept-invitation-incomplete', viewer: 'stranger', address: paths.acceptInvitation },
    { name: 'staff-enrolment', viewer: 'stranger', address: enrolment(product, 'lind') },
    {
      name: 'recovery-codes-new',
      viewer: 'stranger',
      address: enrolment(product, 'paper'),
      act: async (page) => {
        await askForKey(page);
        const app = new Authenticator((await page.locator('code').innerText()).replaceAll(/\s/g, ''));
        await page.getByRole('textbox', { name: 'Code' }).fill(await app.code());
        await page.getByRole('button', { name: 'Turn it on' }).click();
        await page.getByRole('list', { name: 'Recovery codes' }).waitFor();
      },
    },
    {
      name: 'account-passkeys-own',
      viewer: 'stranger',
      address: enrolment(product, 'key'),
      act: async (page) => {
        await VirtualAuthenticator.pluggedInto(page);
        await page.goto(paths.account.passkeys);
        await page.getByRole('textbox', { name: /^Name/ }).fill('Blue laptop');
        await page.getByRole('button', { name: 'Add a passkey' }).click();
        await page.waitForURL((url) => url.pathname === paths.account.security);
        await page.goto(paths.account.passkeys);
        await page.getByRole('link', { name: /^Remove/ }).click();
        await page.getByRole('button', { name: 'Remove it' }).waitFor();
      },
    },
    { name: 'demo-outbox-filled', viewer: 'stranger', address: paths.demoOutbox },

    { name: 'empty-home', viewer: 'stranger', address: signedIn(paths.patient.home) },
    { name: 'empty-visits', viewer: 'stranger', address: signedIn(paths.patient.visits) },
    { name: 'empty-records', viewer: 'stranger', address: signedIn(paths.patient.records) },
    { name: 'empty-sharing', viewer: 'stranger', address: signedIn(paths.patient.sharing) },
    {
      name: 'invite-carer-wrong',
      viewer: 'patient',
      address: paths.patient.inviteCarer,
      act: press('Send invitation'),
    },
    { name: 'patient-no-such-record', viewer: 'patient', address: paths.patient.record(unknownId) },
    { name: 'patient-forbidden', viewer: 'patient', address: paths.admin.audit },
    { name: 'patient-menu', viewer: 'patient', address: paths.patient.records, act: openMenu(/^Account of/) },
    {
      name: 'patient-cancel-dialog',
      viewer: 'patient',
      address: ownVisit,
      act: follow('Cancel visit'),
    },
    {
      name: 'account-profile-wrong',
      viewer: 'patient',
      address: paths.account.profile,
      act: async (page) => {
        await page.getByLabel(/^Phone/).fill('12');
        await press('Save profile')(page);
      },
    },

    { name: 'doctor-day-chosen', viewer: 'doctor', address: chosenVisit },
    { name: 'doctor-week-empty', viewer: 'doctor', address: paths.doctor.weekOf('2031-06-01') },
    {
      name: 'doctor-calendar-keys',
      viewer: 'doctor',
      address: paths.doctor.week,
      act: async (page) => {
        await page.keyboard.press('?');
        await page.getByRole('dialog', { name: 'Keys' }).waitFor();
      },
    },
    { name: 'doctor-day-empty', viewer: 'doctor', address: paths.doctor.dayOf('2031-06-01') },
    { name: 'doctor-account', viewer: 'doctor', address: paths.account.overview },
    { name: 'doctor-authenticator', viewer: 'doctor', address: paths.account.authenticator, act: askForKey },
    {
      name: 'account-authenticator-key',
      viewer: 'patient',
      address: paths.account.authenticator,
      act: askForKey,
    },
    { name: 'doctor-no-such-patient', viewer: 'doctor', address: paths.doctor.patient(unknownId) },
    {
      name: 'doctor-new-lab-result-wrong',
      viewer: 'doctor',
      address: newLabResult,
      act: press('Add test result'),
    },
    { name: 'doctor-add-menu', viewer: 'doctor', address: aChart, act: openMenu(/^Add record/) },

    {
      name: 'admin-audit-filtered',
      viewer: 'admin',
      address: paths.admin.auditOf({ action: 'LOGIN', outcome: 'allowed' }),
    },
    { name: 'admin-audit-denied', viewer: 'admin', address: paths.admin.auditOf({ outcome: 'denied' }) },
    {
      name: 'admin-audit-empty',
      viewer: 'admin',
      address: paths.admin.auditOf({ ip_address: '203.0.113.77' }),
    },
    { name: 'admin-people-filtered', viewer: 'admin', address: paths.admin.peopleOf({ role: 'doctor' }) },
  ];
}

/** Stops where the second factor is asked for. */
const codePage =
  ({ email, password }: DemoAccount) =>
  async (page: Page) => {
    await page.goto(paths.signIn);
    await enterPassword(page, email, password);
    await page.waitForURL((url) => url.pathname === paths.signInCode);
    return paths.signInCode;
  };

/** Accepts an invitation: what staff see before they have a second factor. */
export const enrolment = (product: Product, mark: string) => async (page: Page) => {
  const email = `vera.${mark}.${page.viewportSize()?.width}@demo.medisecure.example`;
  const password = 'Quiet-River-1!7';
  await page.goto(invitedLink(product, email));
  await page.getByLabel('First name').fill('Vera');
  await page.getByLabel('Last name').fill('Lind');
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Create account' }).click();
  await page.waitForURL((url) => url.pathname === paths.signIn);
  await enterPassword(page, email, password);
  await page.waitForURL((url) => url.pathname === paths.account.authenticator);
  return paths.account.authenticator;
};

/** The address of the first link of a page that fits. */
const linked = (from: string, pattern: RegExp) => async (page: Page) => {
  await page.goto(from);
  const hrefs = await page
    .locator('main a[href]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  return hrefs.find((href) => pattern.test(href)) ?? from;
};

const ownVisit = linked(paths.patient.visits, /^\/patient\/visits\/[0-9a-f-]{36}$/);
/** Of today's visits the one that runs or comes next, with its chart beside it. */
const chosenVisit = async (page: Page) => {
  await page.goto(paths.doctor.day);
  const rows = page.locator('main a[href*="visit="]');
  const open = rows.filter({ hasText: /Now|Booked/ });
  const row = (await open.count()) > 0 ? open.first() : rows.first();
  return (await row.getAttribute('href')) ?? paths.doctor.day;
};
const aChart = linked(paths.doctor.patients, /^\/doctor\/patients\/[0-9a-f-]{36}$/);
const newLabResult = async (page: Page) => `${await aChart(page)}/records/new/lab_result`;
