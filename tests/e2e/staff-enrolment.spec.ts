import { paths } from '#lib/platform/paths';
import { enterCode } from '../harness/viewers';
import { enrol, passPassword, signOut } from './account-steps';
import { mailedLink } from './mailed-link';
import { newPerson } from './person';
import { acceptInvitation, keepCodes, signInAsNewAdmin } from './staff-steps';
import { expect, test } from './test';
import { expectAccessible, visit } from './visit';

test('an invited doctor opens nothing before a strong second factor stands, and then their day', async ({
  open,
}) => {
  const [admin, page] = [await open(), await open()];
  const person = newPerson('Iben');
  await signInAsNewAdmin(admin, 'Aksel');

  await test.step('an admin invites', async () => {
    await visit(admin, paths.admin.invite);
    await admin.getByRole('textbox', { name: 'E-mail' }).fill(person.email);
    await admin.getByRole('textbox', { name: 'Name for patients' }).fill(`Dr ${person.lastName}`);
    await admin.getByRole('textbox', { name: 'Speciality' }).fill('General practice');
    await admin.getByRole('button', { name: 'Send invitation' }).click();
    await expect(admin.getByText('Invitation sent.')).toBeVisible();
  });
  await test.step('the mailed link takes a password and leads to the second factor', async () => {
    await acceptInvitation(page, await mailedLink(person.email, /invited/), person);
    await page.waitForURL((url) => url.pathname === paths.account.authenticator);
    await expect(page.getByRole('main')).toContainText('Your role can open nothing else until this is done.');
    await expect(page.getByRole('link', { name: 'Use a passkey or security key instead' })).toBeVisible();
    await expect(page.getByRole('main')).not.toContainText(/text message|SMS/i);
    await expectAccessible(page);
  });
  await test.step('every other page leads there', async () => {
    const elsewhere = [
      paths.doctor.day,
      paths.doctor.patients,
      paths.account.security,
      paths.account.profile,
    ];
    for (const address of [...elsewhere, paths.account.recoveryCodes]) {
      await page.goto(address);
      await expect(page, address).toHaveURL((url) => url.pathname === paths.account.authenticator);
    }
  });
  await test.step('with the app the day opens, now and at the next sign-in', async () => {
    const app = await enrol(page, person);
    await keepCodes(page, paths.doctor.day);
    await visit(page, paths.doctor.day);
    await signOut(page);
    await passPassword(page, person);
    await enterCode(page, await app.code());
    await page.waitForURL((url) => url.pathname === paths.doctor.day);
  });
});
