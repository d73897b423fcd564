import type { Page } from 'playwright/test';
import { paths } from '#lib/platform/paths';
import { Authenticator } from '../harness/authenticator';
import { enterPassword } from '../harness/viewers';
import { mailedLink } from './mailed-link';
import type { Person } from './person';
import { showsQrCodeOf } from './qr-code';
import { expect } from './test';
import { visit } from './visit';

/** Signs up and opens the mailed link: ends on the sign-in page. */
export async function signUp(page: Page, person: Person): Promise<void> {
  await visit(page, paths.signUp);
  await fillSignUp(page, person);
  await page.waitForURL((url) => url.pathname === paths.signUpSent);
  await visit(page, await mailedLink(person.email));
  await page.getByRole('button', { name: 'Confirm address' }).click();
  await page.waitForURL((url) => url.pathname === paths.signIn);
}

export async function fillSignUp(page: Page, person: Person): Promise<void> {
  await page.getByLabel('First name').fill(person.firstName);
  await page.getByLabel('Last name').fill(person.lastName);
  await page.getByRole('textbox', { name: 'E-mail' }).fill(person.email);
  await page.getByLabel('Password', { exact: true }).fill(person.password);
  await page.getByRole('button', { name: 'Create account' }).click();
}

/** Signs in with the password alone, as somebody without a second factor does. */
export async function signInAs(page: Page, person: Person, next: string = paths.patient.home): Promise<void> {
  await enterPassword(page, person.email, person.password);
  await page.waitForURL((url) => url.pathname === next);
}

/** Sets up an authenticator app by the written key, having found the same key in the QR code. */
export async function enrol(page: Page, person: Person): Promise<Authenticator> {
  await visit(page, paths.account.authenticator);
  await page.getByRole('button', { name: 'Show my code' }).click();
  await page.locator('code').waitFor();
  const secret = (await page.locator('code').innerText()).replaceAll(/\s/g, '');
  expect(secret).toMatch(/^[A-Z2-7]{32}$/);
  const picture = page.getByRole('img', { name: /QR code/ });
  const uri = `otpauth://totp/MediSecure:${encodeURIComponent(person.email)}?secret=${secret}&issuer=MediSecure`;
  expect(await showsQrCodeOf(picture, uri), 'the QR code holds the written key').toBe(true);
  const app = new Authenticator(secret);
  await page.getByRole('textbox', { name: 'Code' }).fill(await app.code());
  await page.getByRole('button', { name: 'Turn it on' }).click();
  await page.waitForURL((url) => url.pathname !== paths.account.authenticator);
  return app;
}

export async function signOut(page: Page): Promise<void> {
  await page
    .getByLabel(/^Account of/)
    .first()
    .click();
  const answered = page.waitForResponse((response) => new URL(response.url()).pathname === paths.signOut);
  await page.getByRole('button', { name: 'Sign out' }).click();
  expect(await (await answered).headerValue('clear-site-data')).toBe('"cache", "storage"');
  await page.waitForURL((url) => url.pathname === paths.signIn || url.pathname === paths.home);
}

/** Up to where the second step is asked for. */
export async function passPassword(page: Page, { email, password }: Person): Promise<void> {
  await page.goto(paths.signIn);
  await enterPassword(page, email, password);
  await page.waitForURL((url) => url.pathname === paths.signInCode);
}

/** The second step, by one of the codes on paper. */
export async function enterRecoveryCode(page: Page, code: string | undefined): Promise<void> {
  await page.getByRole('link', { name: 'Recovery code' }).click();
  await page.getByRole('textbox', { name: 'Recovery code' }).fill(code ?? '');
  await page.getByRole('button', { name: 'Continue' }).click();
}

/** A patient's whole sign-in with a code on paper: those of the app count once in half a minute. */
export async function signInByPaper(page: Page, person: Person, code: string | undefined): Promise<void> {
  await passPassword(page, person);
  await enterRecoveryCode(page, code);
  await expectHome(page);
}

export async function signInAgain(page: Page, person: Person): Promise<void> {
  await page.goto(paths.signIn);
  await signInAs(page, person);
}

export const expectHome = (page: Page) => page.waitForURL((url) => url.pathname === paths.patient.home);

/** Nobody is signed in here. */
export async function expectNoSession(page: Page): Promise<void> {
  await page.goto(paths.account.security);
  await page.waitForURL((url) => url.pathname === paths.signIn);
}

export const refusal = (page: Page) => page.getByRole('main').getByRole('alert');

/** With the authenticator that is plugged in. */
export async function addPasskey(page: Page, name: string): Promise<void> {
  await visit(page, paths.account.passkeys);
  await page.getByRole('textbox', { name: /^Name/ }).fill(name);
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await expect(page.getByText('Your passkey is added.')).toBeVisible();
  await expect(page.getByRole('main')).toContainText(name);
}

export const pressPasskey = (page: Page) =>
  page
    .getByRole('button', { name: /^(Sign in with a passkey|Use a passkey|Confirm with a passkey)/ })
    .click();
