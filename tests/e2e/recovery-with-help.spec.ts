import type { Page } from 'playwright/test';
import { paths } from '#lib/platform/paths';
import { enterCode, signIn } from '../harness/viewers';
import { enrol, expectHome, passPassword, refusal, signInByPaper, signOut } from './account-steps';
import { mailedLink, mailTo } from './mailed-link';
import { endWaiting } from './passing-time';
import { newPatientWithApp } from './ready-person';
import { scene } from './scene';
import { signInAsNewAdmin } from './staff-steps';
import { expect, test } from './test';
import { expectAccessible, visit } from './visit';

function secondAdmin() {
  const found = scene().accounts.find(({ email }) => email.startsWith('sunniva.dahl@'));
  if (!found) throw new Error('The demo has no second admin.');
  return found;
}

test('a lost phone with the help of two admins: asked, agreed, waited for, and set up anew', async ({
  open,
}) => {
  test.setTimeout(150_000);
  const person = await newPatientWithApp('Nora');
  const [asking, deciding] = [await open(), await open()];
  const [still, page] = [await open(), await open()];
  await signInByPaper(still, person, person.recoveryCodes[0]);
  await signInAsNewAdmin(asking, 'Berit');
  await signIn(deciding, secondAdmin());
  let approval = '';
  const openRequest = async (admin: Page) => {
    await admin.goto(paths.admin.approvals);
    await admin.getByRole('row').filter({ hasText: person.lastName }).getByRole('link').click();
    await admin.waitForURL(/\/admin\/approvals\/[0-9a-f-]{36}$/);
  };

  await test.step('one admin asks, and cannot agree to it as well', async () => {
    await visit(asking, paths.admin.person(person.id));
    await asking.getByRole('link', { name: 'Help with lost factors' }).click();
    await asking.getByRole('radio', { name: 'In person, with an identity document' }).check();
    await asking.getByRole('textbox', { name: 'Reason' }).fill('Phone in the lake');
    await asking.getByRole('button', { name: 'Ask for approval' }).click();
    await expect(asking.getByText('Asked. Another admin has to agree; they got a mail.')).toBeVisible();
    await openRequest(asking);
    approval = new URL(asking.url()).pathname;
    await expectAccessible(asking);
    await expect(asking.getByText('another admin has to decide')).toBeVisible();
    await expect(asking.getByRole('button', { name: 'Agree' })).toHaveCount(0);
    await mailTo(person.email, 'Nothing has changed yet');
  });
  await test.step('the other agrees; the owner is told and can still stop it', async () => {
    expect(await mailedLink(secondAdmin().email, /needs two of you/)).toBe(paths.admin.approvals);
    await openRequest(deciding);
    await expect(deciding.getByRole('main')).toContainText('Phone in the lake');
    await deciding.getByRole('button', { name: 'Agree', exact: true }).click();
    await expect(deciding.getByText('You agreed.')).toBeVisible();
    await expect(deciding.getByRole('main')).toContainText(/2[34] hours.* left for the owner to object/);
    await expectAccessible(deciding);
    await mailTo(person.email, 'two administrators have agreed');
    await visit(still, paths.account.recovery);
    await expect(still.getByRole('button', { name: /stop it/ })).toBeVisible();
  });
  await test.step('after the waiting time a link comes by mail, and every session has ended', async () => {
    await endWaiting(approval.split('/').at(-1) ?? '');
    const link = await mailedLink(person.email, /the waiting time is over/);
    await still.waitForURL(/\/sign-in\?reason=ended_by_clinic/);
    await visit(page, link);
    await page.getByLabel('Password', { exact: true }).fill('Not-my-password-1');
    await page.getByRole('button', { name: 'Recover account' }).click();
    await expect(refusal(page)).toBeVisible();
    await page.getByLabel('Password', { exact: true }).fill(person.password);
    await page.getByRole('button', { name: 'Recover account' }).click();
    await expectHome(page);
  });
  await test.step('a new app answers from then on; neither the lost one nor the old paper does', async () => {
    const found = await enrol(page, person);
    await signOut(page);
    await passPassword(page, person);
    await enterCode(page, await person.app.code());
    await expect(refusal(page)).toContainText('The code is wrong');
    await enterCode(page, await found.code());
    await expectHome(page);
  });
  await test.step('who asked, who agreed and that it was used stand in the audit log', async () => {
    const steps = [
      ['REQUEST_RECOVERY', 'Asked for account recovery', 'Berit'],
      ['DECIDE_APPROVAL', 'Decided about approval', 'Sunniva Dahl'],
      ['CARRY_OUT_APPROVAL', 'Carried out approval', ''],
      ['REDEEM_RECOVERY', 'Recovered account', person.lastName],
    ] as const;
    for (const [action, words, who] of steps) {
      await asking.goto(paths.admin.auditOf({ action }));
      const row = asking.getByRole('row').filter({ hasText: words }).filter({ hasText: who });
      await expect(row.first(), action).toBeVisible();
    }
  });
});
