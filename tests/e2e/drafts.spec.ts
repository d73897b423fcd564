import type { Page } from 'playwright/test';
import { paths } from '#lib/platform/paths';
import { signInAs, signOut, signUp } from './account-steps';
import { newPerson } from './person';
import { expect, test } from './test';
import { visit } from './visit';

const address = (page: Page) => page.getByRole('textbox', { name: /^Address/ });
const notice = (page: Page) => page.getByRole('status').filter({ hasText: 'We kept what you had typed' });

/** Types by hand, and waits until the page says that it is kept. */
async function type(page: Page, text: string): Promise<void> {
  await address(page).fill('');
  await address(page).pressSequentially(text);
  await expect(page.getByText('Kept as a draft')).toBeVisible();
}

test('what was typed survives its tab, its session and the next person at the same browser', async ({
  open,
}) => {
  const [ana, ben] = [newPerson('Ana'), newPerson('Ben')];
  const page = await open();
  await signUp(page, ben);
  await signUp(page, ana);
  await signInAs(page, ana);
  await visit(page, paths.account.profile);
  await expect(notice(page)).toBeHidden();
  await type(page, '1 Unsent Lane');

  await test.step('it is nowhere in the browser', async () => {
    const stored = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
    expect(stored).not.toContain('Unsent');
  });
  await test.step('it is back in another tab', async () => {
    const other = await page.context().newPage();
    await other.goto(paths.account.profile);
    await expect(notice(other)).toBeVisible();
    await expect(address(other)).toHaveValue('1 Unsent Lane');
    await other.close();
  });
  await test.step('somebody else does not see it', async () => {
    await signOut(page);
    await page.goto(paths.signIn);
    await signInAs(page, ben);
    await page.goto(paths.account.profile);
    await expect(notice(page)).toBeHidden();
    await expect(address(page)).toHaveValue('');
    await signOut(page);
  });
  await test.step('its writer does, after signing in again', async () => {
    await page.goto(paths.signIn);
    await signInAs(page, ana);
    await visit(page, paths.account.profile);
    await expect(notice(page)).toBeVisible();
    await expect(address(page)).toHaveValue('1 Unsent Lane');
  });
  await test.step('and discards it', async () => {
    await page.getByRole('button', { name: 'Discard it' }).click();
    await expect(notice(page)).toBeHidden();
    await expect(address(page)).toHaveValue('');
  });
  await test.step('a form that is sent leaves none', async () => {
    await type(page, '2 Sent Street');
    await page.getByRole('button', { name: 'Save profile' }).click();
    await page.waitForURL(/done=saved/);
    await page.goto(paths.account.profile);
    await expect(notice(page)).toBeHidden();
    await expect(address(page)).toHaveValue('2 Sent Street');
  });
});

test('what was typed in the last second before a tab closes is kept', async ({ open }) => {
  const person = newPerson('Cleo');
  const page = await open();
  await signUp(page, person);
  await signInAs(page, person);
  const tab = await page.context().newPage();
  await tab.goto(paths.account.profile);
  await tab.waitForLoadState('networkidle');
  await address(tab).pressSequentially('3 Hasty Row');
  await tab.goto(paths.patient.home);
  // It travels on while the tab is gone already.
  await expect(async () => {
    await page.goto(paths.account.profile);
    await expect(address(page)).toHaveValue('3 Hasty Row', { timeout: 1000 });
  }).toPass();
});
