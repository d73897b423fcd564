import type { Page } from 'playwright/test';
import { paths } from '#lib/platform/paths';
import { expect } from './test';

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
