import type { Page } from 'playwright/test';
import { paths } from '#lib/platform/paths';
import { enterCode, enterPassword } from '../harness/viewers';
import { VirtualAuthenticator } from '../harness/virtual-authenticator';
import {
  addPasskey,
  expectHome,
  passPassword,
  pressPasskey,
  signInAgain,
  signInByPaper,
  signOut,
} from './account-steps';
import { newPatientWithApp } from './ready-person';
import { account, type Part } from './scene';
import { expect, test } from './test';
import { expectAccessible, visit } from './visit';

const trust = (page: Page) => page.getByRole('checkbox', { name: 'Trust this browser for 30 days' });

test('a trusted browser asks for the password alone, sign-in after sign-in, until it is removed', async ({
  open,
}) => {
  const person = await newPatientWithApp('Vida');
  const [page, other] = [await open(), await open()];
  await passPassword(page, person);
  await expect(trust(page)).not.toBeChecked();
  await expectAccessible(page);
  await trust(page).check();
  await enterCode(page, await person.app.code());
  await expectHome(page);

  await test.step('three times in a row', async () => {
    for (let again = 0; again < 3; again += 1) {
      await signOut(page);
      await signInAgain(page, person);
    }
  });
  await test.step('another browser is asked, and sees which one is trusted', async () => {
    await signInByPaper(other, person, person.recoveryCodes[0]);
    await visit(other, paths.account.devices);
    const trusted = other.getByRole('listitem').filter({ hasText: 'Trusted until' });
    await expect(trusted).toHaveCount(1);
    await trusted.getByRole('button', { name: /^Remove/ }).click();
    await expect(other.getByText('The device is removed, and signed out.')).toBeVisible();
    await expect(trusted).toHaveCount(0);
  });
  await test.step('the removed one is signed out at once, and asked again', async () => {
    await page.goto(paths.patient.records);
    await expect(page).toHaveURL(/\/sign-in\?reason=ended/);
    await passPassword(page, person);
  });
});

test('a browser is trusted at a passkey as well, and not where nobody has ticked the box', async ({
  open,
}) => {
  const person = await newPatientWithApp('Yara');
  const page = await open();
  await VirtualAuthenticator.pluggedInto(page);
  await signInByPaper(page, person, person.recoveryCodes[0]);
  await addPasskey(page, 'Laptop');
  await signOut(page);
  await passPassword(page, person);
  await trust(page).check();
  await pressPasskey(page);
  await expectHome(page);
  await signOut(page);
  await signInAgain(page, person);
});

for (const part of ['doctor', 'admin'] as const satisfies Part[]) {
  test(`no browser is offered to be trusted to a ${part}`, async ({ open }) => {
    const page = await open();
    const { email, password } = account(part);
    await page.goto(paths.signIn);
    await enterPassword(page, email, password);
    await expect(page.getByRole('textbox', { name: 'Code from the app' })).toBeVisible();
    await expect(page.getByRole('checkbox')).toHaveCount(0);
  });
}
