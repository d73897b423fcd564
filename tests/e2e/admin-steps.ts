import type { Page } from 'playwright/test';
import { paths } from '#lib/platform/paths';
import { Authenticator } from '../harness/authenticator';
import { account, type Part } from './scene';
import { expect } from './test';

const apps = new Map<Part, Authenticator>();

/** One app for each part: it gives no code twice. */
function appOf(part: Part): Authenticator {
  const known = apps.get(part) ?? new Authenticator(account(part).totp_secret ?? '');
  apps.set(part, known);
  return known;
}

/** Does what leads to `arrived`; shows again who it is, where that is asked for on the way, and does it once more. */
export async function surely(
  page: Page,
  part: Part,
  act: () => Promise<void>,
  arrived: RegExp,
): Promise<void> {
  const asked = (url: URL) => url.pathname === paths.account.confirm();
  await act();
  await page.waitForURL((url) => arrived.test(url.href) || asked(url));
  if (!asked(new URL(page.url()))) return;
  await page.getByRole('textbox', { name: 'Code' }).fill(await appOf(part).code());
  await page.getByRole('button', { name: 'Confirm' }).click();
  await page.waitForURL((url) => !asked(url));
  await act();
  await page.waitForURL(arrived);
}

/** From the list to the page of the account with that address, which stands in no URL on the way. */
export async function openAccount(page: Page, email: string): Promise<void> {
  await page.goto(paths.admin.people);
  await page.getByRole('searchbox', { name: 'Find an account by its e-mail address' }).fill(email);
  await page.getByRole('button', { name: 'Find' }).click();
  await expect(page.getByText(`1 account with the address ${email}`)).toBeVisible();
  expect(decodeURIComponent(page.url())).not.toContain('@');
  await page.getByRole('main').getByRole('table').getByRole('link').first().click();
  await page.waitForURL(/\/admin\/people\/[0-9a-f-]{36}$/);
}

/** Gives the reason on the page of an act and sends it. */
export const withReason = (page: Page, reason: string, button: string) => async () => {
  await page.getByRole('textbox', { name: 'Reason' }).fill(reason);
  await page.getByRole('button', { name: button }).click();
};
