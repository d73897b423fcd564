import type { Page } from 'playwright/test';
import { homeOf, paths } from '#lib/platform/paths';
import { Authenticator } from '../harness/authenticator';
import type { DemoAccount } from '../harness/product';
import { expect } from './test';

/** The first step of signing in, by hand. */
export async function enterPassword(page: Page, email: string, password: string): Promise<void> {
  await page.getByRole('textbox', { name: 'E-mail' }).fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

export async function enterCode(page: Page, code: string): Promise<void> {
  await expect(page).toHaveURL(new RegExp(`${paths.signInCode}(\\?|$)`));
  await page.getByRole('textbox', { name: 'Code' }).fill(code);
  await page.getByRole('button', { name: 'Go on' }).click();
}

/** From the sign-in page to somebody's own portal. */
export async function signIn(page: Page, account: DemoAccount): Promise<void> {
  await page.goto(paths.signIn);
  await enterPassword(page, account.email, account.password);
  if (account.totp_secret) await enterCode(page, await new Authenticator(account.totp_secret).code());
  await page.waitForURL((url) => url.pathname === homeOf(account.role));
}
