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
export async function signInAs(page: Page, person: Person): Promise<void> {
  await enterPassword(page, person.email, person.password);
  await page.waitForURL((url) => url.pathname === paths.patient.home);
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
