import { paths } from '#lib/platform/paths';
import { enterCode } from '../harness/viewers';
import { enrol, expectHome, passPassword, refusal, signInAgain, signOut } from './account-steps';
import { newPatient } from './ready-person';
import { expect, test } from './test';
import { expectAccessible } from './visit';

test('an authenticator app is scanned or typed in, and its code then belongs to signing in, once', async ({
  open,
}) => {
  const person = await newPatient('Tora');
  const [page, elsewhere] = [await open(), await open()];
  await signInAgain(page, person);
  const app = await enrol(page, person);
  await signOut(page);
  const code = await app.code();

  await test.step('the second step offers another way, and the way back', async () => {
    await passPassword(page, person);
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Recovery code' }).click();
    await expect(page.getByRole('textbox', { name: 'Recovery code' })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Authenticator app' }).click();
    await page.waitForURL(/method=totp/);
  });
  await test.step('the code signs in, and is refused to whoever looked over the shoulder', async () => {
    await enterCode(page, code);
    await expectHome(page);
    await passPassword(elsewhere, person);
    await enterCode(elsewhere, code);
    await expect(refusal(elsewhere)).toContainText('The code is wrong');
    await expect(elsewhere).toHaveURL((url) => url.pathname === paths.signInCode);
  });
});
