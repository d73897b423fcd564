import type { Page } from 'playwright/test';
import { paths } from '#lib/platform/paths';
import { expect } from './test';
import { expectAccessible } from './visit';

/** From the free times of all to that doctor's on the last day shown with any. */
export async function chooseDay(page: Page, doctor: string): Promise<void> {
  await page.goto(paths.patient.book);
  await page.getByRole('main').getByRole('link', { name: doctor }).click();
  await expect(page.getByRole('navigation', { name: 'Days' })).toBeVisible();
  await expectAccessible(page);
  await page
    .getByRole('navigation', { name: 'Days' })
    .getByRole('link', { name: /\d+ free/ })
    .last()
    .click();
  await page.waitForURL(/[?&]day=/);
}

/** The free times on the page of a day. */
export const freeTimes = (page: Page) => page.getByRole('main').getByRole('button', { name: /^\d\d:\d\d$/ });

/** To the review of the last of them; where a test beside this one has just taken it, of one that is offered instead. */
export async function chooseTime(page: Page, doctor: string): Promise<void> {
  await chooseDay(page, doctor);
  const review = page.getByRole('button', { name: 'Book this visit' });
  const nearest = page.getByRole('region', { name: 'The nearest free times' }).getByRole('button');
  await freeTimes(page).last().click();
  await expect(review.or(nearest.first())).toBeVisible();
  if (await nearest.first().isVisible()) await nearest.last().click();
  await expect(review).toBeVisible();
  await expectAccessible(page);
}

/** Books what is under review. Returns the address of the visit. */
export async function book(page: Page, notes: string): Promise<string> {
  await page.getByRole('textbox', { name: /What is it about/ }).fill(notes);
  await page.getByRole('button', { name: 'Book this visit' }).click();
  await page.waitForURL(/\/patient\/visits\/[0-9a-f-]{36}/);
  return new URL(page.url()).pathname;
}

type Fields = Readonly<Record<string, string>>;

/** Fills the record form by its labels, saves, and returns the address of the new record or chart. */
export async function writeRecord(page: Page, button: string, fields: Fields): Promise<void> {
  for (const [label, value] of Object.entries(fields)) {
    const field = page.getByLabel(label, { exact: false }).first();
    if ((await field.evaluate((element) => element.tagName)) === 'SELECT') await field.selectOption(value);
    else await field.fill(value);
  }
  await page.getByRole('button', { name: button }).click();
  await page.waitForURL((url) => !url.pathname.includes('/records/new/'));
}
