import type { Page } from 'playwright/test';
import { paths } from '#lib/platform/paths';
import { signInAgain, signInAs } from './account-steps';
import { leaveIdle, marked } from './passing-time';
import { newPatient, signInOverApi } from './ready-person';
import { expect, test } from './test';
import { expectAccessible, visit } from './visit';

const idleSeconds = 30 * 60;
const warning = (page: Page) => page.getByRole('alertdialog', { name: 'Are you still there?' });
const draft = (page: Page) => page.getByRole('status').filter({ hasText: 'We kept what you had typed' });
const address = (page: Page) => page.getByRole('textbox', { name: /^Address/ });

test('a patient’s sixth sign-in ends the one unused the longest, whose open page says why', async ({
  open,
}) => {
  const person = await newPatient('Ines');
  const [unused, used, newest] = [await open(null, marked()), await open(null, marked()), await open()];
  await signInAgain(used, person);
  await signInAgain(unused, person);
  await unused.goto(paths.account.profile);
  for (let more = 0; more < 3; more += 1) await signInOverApi(person);
  await leaveIdle(used, 60);
  await leaveIdle(unused, 120);
  await expect(unused).toHaveURL((url) => url.pathname === paths.account.profile);
  await signInAgain(newest, person);

  await test.step('the page is gone by itself and names the reason', async () => {
    await unused.waitForURL(/\/sign-in\?reason=evicted&next=%2Faccount%2Fprofile$/, { timeout: 10_000 });
    await expect(unused.getByRole('status')).toContainText('signed in on another device');
    await expectAccessible(unused);
  });
  await test.step('the others go on, the newest first of all', async () => {
    for (const page of [newest, used]) {
      await page.goto(paths.account.profile);
      await expect(address(page)).toBeVisible();
    }
  });
});

test('one session is ended from the list of them, and no other', async ({ open }) => {
  const person = await newPatient('Jonna');
  const [here, there, beyond] = [await open(), await open(), await open()];
  for (const page of [there, beyond, here]) await signInAgain(page, person);
  await visit(here, paths.account.security);
  const sessions = here.getByRole('region', { name: /signed in/i }).getByRole('listitem');
  await expect(sessions).toHaveCount(3);
  const current = sessions.filter({ hasText: 'This device' });
  await expect(current).toHaveCount(1);
  await expect(current.getByRole('button')).toHaveCount(0);
  await sessions
    .last()
    .getByRole('button', { name: /^Sign out/ })
    .click();
  await expect(here.getByText('That session has ended.')).toBeVisible();
  await expect(sessions).toHaveCount(2);
  await there.waitForURL(/\/sign-in\?reason=ended&next=/, { timeout: 10_000 });
  for (const page of [beyond, here]) {
    await page.goto(paths.patient.records);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Records');
  }
});

test('an idle session warns, ends by itself, and what was typed comes back to its writer alone', async ({
  open,
}) => {
  const [writer, next] = [await newPatient('Kaja'), await newPatient('Lone')];
  const page = await open(null, marked());
  await signInAgain(page, writer);
  await page.goto(paths.account.profile);
  await page.waitForLoadState('networkidle');
  await address(page).pressSequentially('4 Forgotten Way');
  await expect(page.getByText('Kept as a draft')).toBeVisible();

  await test.step('it warns while it still stands', async () => {
    await leaveIdle(page, idleSeconds - 100);
    await page.evaluate(() => window.dispatchEvent(new Event('pageshow')));
    await expect(warning(page)).toContainText(/Time left: 1:\d\d/);
  });
  await test.step('nobody answers, and the page leaves by itself when the time is over', async () => {
    await leaveIdle(page, idleSeconds - 5);
    await page.evaluate(() => window.dispatchEvent(new Event('pageshow')));
    await page.waitForURL(/\/sign-in\?reason=idle&next=%2Faccount%2Fprofile$/);
    await expect(page.getByRole('status')).toContainText('nothing was done for a while');
    await expectAccessible(page);
  });
  await test.step('the next person at this browser does not see the text', async () => {
    await signInAgain(page, next);
    await page.goto(paths.account.profile);
    await expect(address(page)).toHaveValue('');
    await expect(draft(page)).toBeHidden();
  });
  await test.step('its writer does, having signed in again', async () => {
    await page.goto(paths.signInAgain('idle', paths.account.profile));
    await signInAs(page, writer, paths.account.profile);
    await expect(draft(page)).toBeVisible();
    await expect(address(page)).toHaveValue('4 Forgotten Way');
  });
});
