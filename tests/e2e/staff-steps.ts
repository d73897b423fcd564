import type { Page } from 'playwright/test';
import { paths } from '#lib/platform/paths';
import { invitedLink } from '../harness/product';
import { enterPassword } from '../harness/viewers';
import { enrol } from './account-steps';
import { newPerson, type Person } from './person';
import { scene } from './scene';
import { expect } from './test';

/** From the mailed invitation to where a new member of staff has a password, and has signed in with it alone. */
export async function acceptInvitation(page: Page, link: string, person: Person): Promise<void> {
  await page.goto(link);
  await page.getByLabel('First name').fill(person.firstName);
  await page.getByLabel('Last name').fill(person.lastName);
  await page.getByLabel('Password', { exact: true }).fill(person.password);
  await page.getByRole('button', { name: 'Create account' }).click();
  await page.waitForURL((url) => url.pathname === paths.signIn);
  await expect(page.getByRole('status')).toContainText('Your account is ready.');
  await enterPassword(page, person.email, person.password);
}

/** Says that the codes on paper are kept, and goes on to one's own portal. */
export async function keepCodes(page: Page, home: string): Promise<void> {
  await page.getByRole('button', { name: 'I have them' }).click();
  await page.waitForURL((url) => url.pathname === home);
}

/** An admin who has just signed in with a second factor: the cookies that all tests share may be too old for what this one does. */
export async function signInAsNewAdmin(page: Page, firstName: string): Promise<Person> {
  const person = newPerson(firstName);
  await acceptInvitation(page, invitedLink(scene().product, person.email), person);
  await page.waitForURL((url) => url.pathname === paths.account.authenticator);
  await enrol(page, person);
  await keepCodes(page, paths.admin.overview);
  return person;
}
