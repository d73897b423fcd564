import type { Page } from 'playwright/test';
import { paths } from '#lib/platform/paths';
import { VirtualAuthenticator } from '../harness/virtual-authenticator';
import { addPasskey, pressPasskey, refusal, signInByPaper } from './account-steps';
import { letPass, marked } from './passing-time';
import { newPatientWithApp } from './ready-person';
import { expect, test } from './test';
import { expectAccessible, visit } from './visit';

const sixMinutes = 6 * 60;
const expectAsked = (page: Page) => page.waitForURL((url) => url.pathname === paths.account.confirm());

test('a sensitive act asks anew after five minutes, and whoever answers stays signed in and does it', async ({
  open,
}) => {
  const person = await newPatientWithApp('Signe');
  const page = await open(null, marked());
  await VirtualAuthenticator.pluggedInto(page);
  await signInByPaper(page, person, person.recoveryCodes[0]);
  await letPass(page, sixMinutes);

  await test.step('asks before a passkey is added', async () => {
    await visit(page, paths.account.passkeys);
    await page.getByRole('button', { name: 'Add a passkey' }).click();
    await expectAsked(page);
    await expectAccessible(page);
  });
  await test.step('a wrong code goes nowhere', async () => {
    await page.getByRole('textbox', { name: 'Code from the app' }).fill('000000');
    await page.getByRole('button', { name: 'Confirm', exact: true }).click();
    await expect(refusal(page)).toContainText('The code is wrong');
  });
  await test.step('a right one leads back, still signed in, and the act goes through', async () => {
    await page.getByRole('textbox', { name: 'Code from the app' }).fill(await person.app.code());
    await page.getByRole('button', { name: 'Confirm', exact: true }).click();
    await page.waitForURL((url) => url.pathname === paths.account.passkeys);
    await addPasskey(page, 'Laptop');
  });
  await test.step('a reload and another tab are stepped up as well', async () => {
    await page.reload();
    const tab = await page.context().newPage();
    await tab.goto(paths.account.recoveryCodes);
    await tab.getByRole('button', { name: 'Make ten new codes' }).click();
    await expect(tab.getByText('Your ten recovery codes')).toBeVisible();
    await tab.close();
  });
  await test.step('later it asks again, a passkey answers, and nobody is signed out by it', async () => {
    await letPass(page, sixMinutes);
    await visit(page, paths.account.passkeys);
    await page.getByRole('link', { name: /^Remove/ }).click();
    await page.getByRole('button', { name: 'Remove it' }).click();
    await expectAsked(page);
    await pressPasskey(page);
    await page.waitForURL((url) => url.pathname === paths.account.passkeys);
    await page.getByRole('button', { name: 'Remove it' }).click();
    await expect(page.getByText('It is removed and opens nothing any more.')).toBeVisible();
    await visit(page, paths.account.security);
  });
});
