import type { Page } from 'playwright/test';
import { paths } from '#lib/platform/paths';
import { signInAs, signUp } from './account-steps';
import { newPerson } from './person';
import { expect, test } from './test';
import { expectAccessible } from './visit';

const warning = (page: Page) => page.getByRole('alertdialog', { name: 'Are you still there?' });

/** From now on the browser is told that so many seconds are left. */
async function leaves(page: Page, seconds: number): Promise<void> {
  await page.route(`**${paths.sessionState}*`, async (route) => {
    // Answered at once: a question that waits would outlive the test.
    const response = await route.fetch({ url: route.request().url().replace(/\?.*/, '') });
    const date = response.headers().date ?? '';
    const idle_ends_at = new Date(Date.parse(date) + seconds * 1000).toISOString();
    await route.fulfill({ response, json: { ...(await response.json()), idle_ends_at } });
  });
}

test('signing out everywhere is seen at once by a page that is open elsewhere, and it says why', async ({
  open,
}) => {
  const person = newPerson('Dora');
  const [here, there] = [await open(), await open()];
  await signUp(here, person);
  await signInAs(here, person);
  await there.goto(paths.signIn);
  await signInAs(there, person);
  await here.goto(paths.account.security);
  await here.getByRole('button', { name: /^Sign out the other/ }).click();
  await here.waitForURL(/done=ended/);
  const ended = performance.now();
  await there.waitForURL(/\/sign-in\?reason=ended&next=/, { timeout: 10_000 });
  const type = 'milliseconds until the other browser knew';
  test.info().annotations.push({ type, description: (performance.now() - ended).toFixed(0) });
  await expect(there.getByRole('status')).toContainText('from another device of yours');
});

test('an open page whose session has ended is taken away, says why, and leads back', async ({ open }) => {
  const person = newPerson('Edda');
  const [here, there] = [await open(), await open()];
  await signUp(here, person);
  await signInAs(here, person);
  await there.goto(paths.signIn);
  await signInAs(there, person);
  await there.goto(paths.account.profile);
  await here.goto(paths.account.security);
  await here.getByRole('button', { name: /^Sign out the other/ }).click();
  await here.waitForURL(/done=ended/);
  // Told by the server, long before the page would have asked again.
  await there.waitForURL(/\/sign-in\?reason=ended&next=%2Faccount%2Fprofile$/, { timeout: 10_000 });
  await expectAccessible(there);
  await there.getByRole('textbox', { name: 'E-mail' }).fill(person.email);
  await there.getByLabel('Password', { exact: true }).fill(person.password);
  await there.getByRole('button', { name: 'Sign in', exact: true }).click();
  await there.waitForURL((url) => url.pathname === paths.account.profile);
});

test('two minutes before an idle end a dialog asks, and one key press stays', async ({ open }) => {
  const page = await open('otherPatient');
  await leaves(page, 110);
  await page.goto(paths.account.profile);
  await expect(warning(page)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Stay signed in' })).toBeFocused();
  await expect(warning(page)).toContainText(/Time left: 1:\d\d/);
  await expectAccessible(page);
  // What it has asked meanwhile it lets go of.
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  const extended = page.waitForResponse((response) => response.request().method() === 'POST');
  await page.keyboard.press('Enter');
  expect((await extended).status()).toBe(200);
  await expect(warning(page)).toBeHidden();
  await expect(page).toHaveURL(new RegExp(`${paths.account.profile}$`));
});
