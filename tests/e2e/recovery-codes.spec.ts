import { paths } from '#lib/platform/paths';
import { enterCode } from '../harness/viewers';
import {
  enterRecoveryCode,
  expectHome,
  expectNoSession,
  passPassword,
  refusal,
  signOut,
} from './account-steps';
import { mailTo } from './mailed-link';
import { newPatientWithApp } from './ready-person';
import { expect, test } from './test';
import { expectAccessible, visit } from './visit';

test('ten codes on paper: each lets in once, and the owner is told', async ({ open }) => {
  const person = await newPatientWithApp('Rita');
  const page = await open();
  await passPassword(page, person);
  await enterCode(page, await person.app.code());
  await expectHome(page);
  let codes: string[] = [];

  await test.step('makes ten new ones', async () => {
    await visit(page, paths.account.recoveryCodes);
    await expect(page.getByText('10 recovery codes are left.')).toBeVisible();
    await page.getByRole('button', { name: 'Make ten new codes' }).click();
    const list = page.getByRole('list', { name: 'Recovery codes' });
    await expect(list.getByRole('listitem')).toHaveCount(10);
    codes = await list.getByRole('listitem').allInnerTexts();
    expect(new Set(codes).size).toBe(10);
    await expectAccessible(page);
  });
  await test.step('on paper there are the codes and where they are for, and no button', async () => {
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByText(codes[9] ?? '')).toBeVisible();
    await expect(page.getByText(/^For http:\/\/localhost/)).toBeVisible();
    await expect(page.getByRole('button').locator('visible=true')).toHaveCount(0);
    await expect(page.getByRole('navigation').locator('visible=true')).toHaveCount(0);
    await page.emulateMedia({ media: 'screen' });
  });
  await test.step('once the owner has them the browser does not', async () => {
    await page.getByRole('button', { name: 'I have them' }).click();
    await page.waitForURL((url) => url.pathname === paths.account.security);
    await page.goto(paths.account.recoveryCodes);
    await expect(page.getByRole('main')).not.toContainText(codes[0] ?? '');
    await signOut(page);
  });
  await test.step('one lets in, nine are left, and a mail says so', async () => {
    await passPassword(page, person);
    await enterRecoveryCode(page, codes[0]);
    await expectHome(page);
    await visit(page, paths.account.recoveryCodes);
    await expect(page.getByText('9 recovery codes are left.')).toBeVisible();
    await mailTo(person.email, '9 are left');
    await signOut(page);
  });
  await test.step('the used one, and one that was replaced, let nobody in', async () => {
    await passPassword(page, person);
    await enterRecoveryCode(page, codes[0]);
    await expect(refusal(page)).toContainText('The code is wrong');
    await page.getByRole('textbox', { name: 'Recovery code' }).fill(person.recoveryCodes[0] ?? '');
    await page.getByRole('button', { name: 'Continue' }).click();
    await expect(refusal(page)).toContainText('The code is wrong');
    await expectNoSession(page);
  });
});
