import { readFileSync } from 'node:fs';
import type { BrowserContext, Page } from 'playwright/test';
import { paths } from '#lib/platform/paths';
import { cookiesOf, type Part } from './scene';
import { expect, test } from './test';

// Tabs of one browser share their cookies: what happens in one is the state of all.
type Cookies = Parameters<BrowserContext['addCookies']>[0];

async function becomes(page: Page, part: Part | null): Promise<void> {
  await page.context().clearCookies();
  if (part)
    await page.context().addCookies(JSON.parse(readFileSync(cookiesOf(part), 'utf8')).cookies as Cookies);
}

/** The moment before an open page hears of it, made long. */
const hearsNothing = (page: Page) =>
  page.route(`**${paths.sessionState}*`, (route) =>
    route.fulfill({ json: { state: 'live', idle_ends_at: null, expires_at: '2999-01-01T00:00:00Z' } }),
  );

const address = (page: Page) => page.getByRole('textbox', { name: /^Address/ });
const save = (page: Page) => page.getByRole('main').locator('form#profile').getByRole('button').click();
const alert = (page: Page) => page.getByRole('main').getByRole('alert');

test('a form sent after signing out in another tab keeps what was typed', async ({ open }) => {
  const page = await open('otherPatient');
  await hearsNothing(page);
  await page.goto(paths.account.profile);
  await address(page).fill('1 Kept Lane');
  await becomes(page, null);
  await save(page);
  await expect(alert(page)).toContainText('Your session has ended, and nothing was sent');
  await expect(address(page)).toHaveValue('1 Kept Lane');
  const opened = page.waitForEvent('popup');
  await alert(page).getByRole('link', { name: 'Sign in again' }).click();
  await expect(await opened).toHaveURL(/\/sign-in\?reason=expired&next=%2Faccount%2Fprofile$/);

  await test.step('and can be sent once its person has signed in again', async () => {
    await becomes(page, 'otherPatient');
    await save(page);
    await page.waitForURL(/\/account\?done=saved$/);
    await expect(page.getByRole('main')).toContainText('1 Kept Lane');
  });
});

for (const javaScriptEnabled of [true, false]) {
  test(`a form of one person is not sent as another, ${javaScriptEnabled ? 'with' : 'without'} script`, async ({
    open,
  }) => {
    const page = await open('otherPatient', { javaScriptEnabled });
    await page.goto(paths.account.profile);
    await address(page).fill('2 Foreign Road');
    await becomes(page, 'patient');
    await save(page);
    await expect(alert(page)).toContainText('You are signed in as another person in this browser');
    await page.goto(paths.account.overview);
    await expect(page.getByRole('main')).toContainText('Elsa');
    await expect(page.getByRole('main')).not.toContainText('2 Foreign Road');
  });
}
