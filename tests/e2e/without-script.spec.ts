import type { Page } from 'playwright/test';
import { paths } from '#lib/platform/paths';
import { fillSignUp, signOut } from './account-steps';
import { book, writeRecord } from './clinic-steps';
import { mailedLink } from './mailed-link';
import { newPerson } from './person';
import { account, type Part } from './scene';
import { expect, expectRefusal, test } from './test';

// Before its script has loaded a page is in the same state as without any.
const withoutScript = { javaScriptEnabled: false };

/** Two fields that are wrong in the same way are told apart: each link names the label of its field. */
async function expectNamed(page: Page, atLeast: number): Promise<void> {
  const links = page.getByRole('main').getByRole('alert').getByRole('link');
  await expect(links.nth(atLeast - 1)).toBeVisible();
  for (const link of await links.all()) {
    const id = (await link.getAttribute('href'))?.slice(1);
    const label = await page.locator(`label[for="${id}"]`).innerText();
    expect(await link.innerText()).toContain(`${label.replace('(optional)', '').trim()}: `);
  }
}

test('signs up, is told every broken rule, and signs in without script', async ({ open }) => {
  const page = await open(null, withoutScript);
  const person = newPerson('Ebba');
  await page.goto(paths.signUp);
  await fillSignUp(page, { ...person, email: 'not an address', password: 'short' });
  const summary = page.getByRole('main').getByRole('alert');
  await expect(summary).toContainText('There is a problem');
  await expectNamed(page, 2);
  await expect(page.getByLabel('First name')).toHaveValue(person.firstName);
  await expect(page.getByLabel('Password', { exact: true })).toHaveValue('');

  await fillSignUp(page, person);
  await expect(page).toHaveURL(new RegExp(`${paths.signUpSent}$`));
  await page.goto(await mailedLink(person.email));
  await page.getByRole('button', { name: 'Confirm address' }).click();
  await page.getByRole('textbox', { name: 'E-mail' }).fill(person.email);
  await page.getByLabel('Password', { exact: true }).fill('Not-my-password-1');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('main').getByRole('alert')).toContainText(
    'The e-mail address or the password is not right',
  );
  await page.getByLabel('Password', { exact: true }).fill(person.password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`${paths.patient.home}$`));
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();

  await test.step('begins to set up an authenticator app, by asking for it, and signs out', async () => {
    await page.goto(paths.account.authenticator);
    await page.getByRole('button', { name: 'Show my code' }).click();
    await expect(page.locator('code')).toHaveText(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/);
    await signOut(page);
  });
});

test('books a visit without script', async ({ open }) => {
  const page = await open('patient', withoutScript);
  await page.goto(paths.patient.book);
  await page.getByRole('main').getByRole('link', { name: 'Henrik Lindqvist' }).click();
  await page
    .getByRole('navigation', { name: 'Days' })
    .getByRole('link', { name: /\d+ free/ })
    .last()
    .click();
  await page
    .getByRole('main')
    .getByRole('button', { name: /^\d\d:\d\d$/ })
    .first()
    .click();
  const address = await book(page, 'Palpitations at night');
  await page.goto(address);
  await expect(page.getByRole('main')).toContainText('Palpitations at night');
});

test('writes a record without script, after correcting it', async ({ open }) => {
  const page = await open('doctor', withoutScript);
  await page.goto(paths.doctor.patients);
  await page.getByRole('main').getByRole('link', { name: /Gus/ }).first().click();
  await expect(page).toHaveURL(/\/doctor\/patients\/[0-9a-f-]{36}$/);
  const patientId = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  await page.goto(paths.doctor.newRecord(patientId, 'lab_result'));
  const ends = ['low', 'high'].map((end) => page.locator(`[name="content.reference_range.${end}"]`));
  for (const end of ends) await end.fill('x');
  await page.getByRole('button', { name: 'Add test result' }).click();
  await expectNamed(page, 3);
  for (const end of ends) await end.fill('');
  await writeRecord(page, 'Add test result', { Test: 'Potassium', Value: '<5', Unit: 'mmol/L' });
  await page.goto(paths.doctor.patient(patientId));
  await expect(page.getByRole('main')).toContainText('Potassium');
});

test('signs staff in by password and code without script', async ({ open }) => {
  const page = await open(null, withoutScript);
  const { email, password } = account('admin');
  await page.goto(paths.signIn);
  await page.getByRole('textbox', { name: 'E-mail' }).fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('textbox', { name: 'Code' }).fill('000000');
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByRole('main').getByRole('alert')).toContainText(
    'The code is wrong, too old or was used before',
  );
});

const unknownId = '01920000-0000-7000-8000-00000000ffff';
const refused: readonly [Part | null, string, number, string][] = [
  [null, '/nope', 404, 'We can’t find this page'],
  [null, paths.refused, 404, 'We can’t find this page'],
  [null, paths.forbidden, 403, 'This page is for another role'],
  ['patient', paths.patient.record(unknownId), 404, 'We can’t find this page'],
  ['patient', paths.patient.visit('x'), 404, 'We can’t find this page'],
  ['patient', paths.doctor.day, 403, 'This page is for another role'],
];

test('a page that is refused says so without script, like any other page', async ({ open }) => {
  for (const [part, address, status, title] of refused) {
    const page = await open(part, withoutScript);
    expectRefusal(page, address);
    expect((await page.goto(address))?.status(), address).toBe(status);
    await expect(page.getByRole('heading', { level: 1 }), address).toHaveText(title);
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await expect(page).toHaveTitle(new RegExp(title));
    await expect(page.getByText('Demo', { exact: true }).first()).toBeVisible();
    // Inside a portal its navigation stays.
    const isInPortal = part !== null && status === 404;
    expect((await page.getByRole('navigation').count()) > 0, address).toBe(isInPortal);
  }
});
