import type { Page } from 'playwright/test';
import { paths } from '#lib/platform/paths';
import { enterPassword } from '../harness/viewers';
import { signInByPaper } from './account-steps';
import { mailedLink } from './mailed-link';
import { letPass, marked } from './passing-time';
import { newPatient, newPatientWithApp } from './ready-person';
import { expect, expectRefusal, test } from './test';
import { expectAccessible, visit } from './visit';

const main = (page: Page) => page.getByRole('main');

/** Presses, and counts it. */
function counting(page: Page) {
  const presses: string[] = [];
  const press = async (role: 'link' | 'button', name: string) => {
    presses.push(name);
    const within = role === 'link' && name === 'Sharing' ? page.getByRole('navigation').first() : main(page);
    await within.getByRole(role, { name, exact: true }).click();
  };
  return { presses, press };
}

test('a patient adds a carer in five presses, who looks after the record until the patient says otherwise', async ({
  open,
}) => {
  const [patient, carer] = [await newPatientWithApp('Petra'), await newPatient('Rosa')];
  const page = await open(null, marked());
  await signInByPaper(page, patient, patient.recoveryCodes[0]);
  await letPass(page, 6 * 60);
  const { presses, press } = counting(page);

  await test.step('asks who, what and until when, and that it is them', async () => {
    await press('link', 'Sharing');
    await page.waitForURL((url) => url.pathname === paths.patient.sharing);
    await expect(main(page)).toContainText('Nobody but you');
    await expectAccessible(page);
    await press('link', 'Invite somebody');
    await page.waitForURL((url) => url.pathname === paths.patient.inviteCarer);
    await page.getByRole('textbox', { name: 'Who it is' }).fill('My daughter');
    await page.getByRole('textbox', { name: 'Their e-mail address' }).fill(carer.email);
    await expectAccessible(page);
    await press('button', 'Send invitation');
    await page.waitForURL((url) => url.pathname === paths.account.confirm());
    await page.getByRole('textbox', { name: 'Code from the app' }).fill(await patient.app.code());
    await press('button', 'Confirm');
    await page.waitForURL((url) => url.pathname === paths.patient.inviteCarer);
    await expect(page.getByRole('textbox', { name: 'Who it is' })).toHaveValue('My daughter');
    await press('button', 'Send invitation');
    await expect(main(page)).toContainText('Invitation sent.');
    expect(presses).toHaveLength(5);
    await expectAccessible(page);
  });

  const buffer = Buffer.from('Seen today, all is well.');
  await visit(page, paths.patient.documents);
  await page
    .getByLabel('File', { exact: true })
    .setInputFiles({ name: 'a.txt', mimeType: 'text/plain', buffer });
  await page.getByLabel('Title').fill('Letter from the eye clinic');
  await page.getByRole('button', { name: 'Add document' }).click();
  await expect(main(page).getByRole('status')).toContainText('added');

  const theirs = await open();
  await test.step('the mailed link leads through sign-in to what was asked, and then to the record', async () => {
    await theirs.goto(await mailedLink(carer.email, /look after/));
    await theirs.waitForURL((url) => url.pathname === paths.signIn);
    await enterPassword(theirs, carer.email, carer.password);
    await theirs.waitForURL((url) => url.pathname === paths.account.lookAfter);
    await expect(main(theirs)).toContainText('Read records and visits');
    await expectAccessible(theirs);
    await main(theirs).getByRole('button', { name: 'Accept' }).click();
    await theirs.waitForURL((url) => url.pathname === paths.patient.home);
    await main(theirs)
      .getByRole('link', { name: /Open the record of/ })
      .click();
    await theirs.waitForURL(/\/patient\/for\/[0-9a-f-]{36}\/records$/);
    await expect(main(theirs)).toContainText('You are looking at the record of');
    await expectAccessible(theirs);
    await main(theirs).getByRole('link', { name: 'Visits', exact: true }).click();
    await theirs.waitForURL(/\/patient\/for\/[0-9a-f-]{36}\/visits$/);
    await expect(main(theirs).getByRole('link', { name: 'Book a visit' })).toHaveCount(0);
  });

  await test.step('shows results, documents and requests, and nothing to be done in the patient’s name', async () => {
    const open = async (name: string, end: RegExp) => {
      await main(theirs).getByRole('link', { name, exact: true }).click();
      await theirs.waitForURL(end);
      await expect(main(theirs)).toContainText('You are looking at the record of');
      await expectAccessible(theirs);
    };
    await open('Results', /\/patient\/for\/[0-9a-f-]{36}\/results$/);
    await expect(main(theirs)).toContainText('No results yet');
    await expect(main(theirs).getByRole('link', { name: 'When you see results' })).toHaveCount(0);
    await open('Requests', /\/patient\/for\/[0-9a-f-]{36}\/requests$/);
    await expect(main(theirs)).toContainText('No corrections were asked for.');
    await open('Documents', /\/patient\/for\/[0-9a-f-]{36}\/documents$/);
    await expect(main(theirs).getByRole('button', { name: 'Add document' })).toHaveCount(0);
    await open('Letter from the eye clinic', /\/patient\/for\/[0-9a-f-]{36}\/documents\/[0-9a-f-]{36}$/);
    const held = theirs.url();
    await theirs.goto(paths.patient.document(held.split('/').at(-1) ?? ''));
    await theirs.waitForURL(held);
    await main(theirs).getByRole('link', { name: 'Visits', exact: true }).click();
    await theirs.waitForURL(/\/patient\/for\/[0-9a-f-]{36}\/visits$/);
  });

  await test.step('the patient ends it, and the open page leads nowhere any more', async () => {
    await visit(page, paths.patient.sharing);
    await expect(main(page)).toContainText('My daughter');
    await main(page)
      .getByRole('button', { name: /^End access/ })
      .click();
    await expect(main(page)).toContainText('Access ended.');
    await expect(main(page)).toContainText('You ended it on');
    const records = theirs.url().replace(/visits$/, 'records');
    expectRefusal(theirs, records);
    expect((await theirs.goto(records))?.status()).toBe(404);
    await theirs.goto(paths.patient.home);
    await expect(main(theirs).getByRole('link', { name: /Open the record of/ })).toHaveCount(0);
  });
});

test('without script a carer is invited, waits, and is taken back', async ({ open }) => {
  const patient = await newPatient('Sven');
  const page = await open(null, { javaScriptEnabled: false });
  await page.goto(paths.signIn);
  await enterPassword(page, patient.email, patient.password);
  await page.goto(paths.patient.inviteCarer);
  await page.getByRole('textbox', { name: 'Who it is' }).fill('My son');
  await page.getByRole('textbox', { name: 'Their e-mail address' }).fill('son@example.org');
  await main(page).getByText('Manage visits').click();
  await main(page).getByRole('button', { name: 'Send invitation' }).click();
  await expect(main(page)).toContainText('Invitation sent.');
  await expect(main(page)).toContainText('Sees and books visits');
  await main(page)
    .getByRole('button', { name: /^Take back/ })
    .click();
  await expect(main(page)).toContainText('Invitation taken back.');
});
