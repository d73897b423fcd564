import { paths } from '#lib/platform/paths';
import { enterCode } from '../harness/viewers';
import { VirtualAuthenticator } from '../harness/virtual-authenticator';
import {
  addPasskey,
  enrol,
  expectHome,
  expectNoSession,
  passPassword,
  pressPasskey,
  refusal,
  signInByPaper,
  signOut,
} from './account-steps';
import { newPatientWithApp } from './ready-person';
import { expect, test } from './test';
import { visit } from './visit';

test('whoever loses the phone gets in with the passkey, removes the lost app and sets up another', async ({
  open,
}) => {
  const person = await newPatientWithApp('Lena');
  const { app: lost, recoveryCodes } = person;
  const page = await open();
  await VirtualAuthenticator.pluggedInto(page);
  await signInByPaper(page, person, recoveryCodes[0]);
  await addPasskey(page, 'Laptop');
  await signOut(page);

  await test.step('gets in without the app', async () => {
    await page.goto(paths.signIn);
    await pressPasskey(page);
    await expectHome(page);
  });
  await test.step('removes it, having been told what that means', async () => {
    await visit(page, paths.account.authenticator);
    await page.getByRole('link', { name: 'Remove the authenticator app' }).click();
    await expect(page.getByText('“Authenticator app” will no longer sign you in')).toBeVisible();
    await page.getByRole('button', { name: 'Remove it' }).click();
    await expect(page.getByText('It is removed and opens nothing any more.')).toBeVisible();
    await visit(page, paths.account.security);
    await expect(page.getByRole('main').getByText('Authenticator app', { exact: true })).toBeHidden();
  });
  await test.step('sets up the app of a new phone, which answers from then on, and the lost one does not', async () => {
    const found = await enrol(page, person);
    await signOut(page);
    await passPassword(page, person);
    await page.getByRole('link', { name: 'Authenticator app' }).click();
    await enterCode(page, await lost.code());
    await expect(refusal(page)).toContainText('The code is wrong');
    await expectNoSession(page);
    await page.goto(paths.signInCodeBy('totp'));
    await enterCode(page, await found.code());
    await expectHome(page);
  });
});
