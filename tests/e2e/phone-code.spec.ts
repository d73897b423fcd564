import type { Page } from 'playwright/test';
import { paths } from '#lib/platform/paths';
import { enterPassword } from '../harness/viewers';
import { fillSignUp, signInAs, signOut, signUp } from './account-steps';
import { mailedLink, mailsTo } from './mailed-link';
import { newPerson } from './person';
import { expect, test } from './test';
import { expectAccessible, visit } from './visit';

const codesTo = async (number: string) =>
  (await mailsTo(number)).map(({ text }) => /\b\d{6}\b/.exec(text)?.[0] ?? '');

/** The code of the newest message, once there are so many. */
async function codeTo(number: string, count: number): Promise<string> {
  let codes: string[] = [];
  await expect(async () => {
    codes = await codesTo(number);
    expect(codes, `texts to ${number}`).toHaveLength(count);
  }).toPass({ timeout: 30_000, intervals: [500] });
  return codes[0] ?? '';
}

const typeCode = async (page: Page, code: string, button: string) => {
  await page.getByRole('textbox', { name: /^Code/ }).fill(code);
  await page.getByRole('button', { name: button }).click();
};

/** A number that nobody else of this run has. */
const someNumber = () => `+1555${String(Date.now()).slice(-7)}`;

/** Sends the first code to a number and types it, on the page of the phone. */
async function addNumber(page: Page, number: string): Promise<void> {
  await page.getByLabel('Mobile number').fill(number);
  await page.getByRole('button', { name: 'Send me a code' }).click();
  await expect(page.getByText(`number ending in ${number.slice(-2)}`)).toBeVisible();
  await typeCode(page, await codeTo(number, 1), 'Turn it on');
  await page.waitForURL((url) => url.pathname === paths.account.recoveryCodes);
}

test('a patient adds a phone, signs in by a text message, and could take another way', async ({ open }) => {
  const [person, number, page] = [newPerson('Tilda'), someNumber(), await open()];
  await signUp(page, person);
  await signInAs(page, person);
  await visit(page, paths.account.security);
  await page.getByRole('link', { name: 'Codes by text message' }).click();
  await page.waitForURL((url) => url.pathname === paths.account.phone);
  await expect(page.getByText('This is the weakest second step')).toBeVisible();
  await addNumber(page, number);
  await visit(page, paths.account.phone);
  await visit(page, paths.account.security);
  await expect(page.getByRole('heading', { name: 'One thing is missing' })).toBeVisible();
  await signOut(page);

  await page.goto(paths.signIn);
  await enterPassword(page, person.email, person.password);
  await page.waitForURL((url) => url.pathname === paths.signInCode);
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Recovery code' }).click();
  await expect(page.getByRole('textbox', { name: 'Recovery code' })).toBeVisible();
  await page.getByRole('link', { name: 'Text message' }).click();
  await page.getByRole('button', { name: 'Text me a code' }).click();
  await expect(page.getByRole('button', { name: 'Send another code' })).toBeVisible();
  await expectAccessible(page);
  const code = await codeTo(number, 2);
  await typeCode(page, code === '000000' ? '111111' : '000000', 'Continue');
  await expect(page.getByRole('main').getByRole('alert')).toContainText(
    'The code is wrong, too old or was used before',
  );
  await typeCode(page, code, 'Continue');
  await page.waitForURL((url) => url.pathname === paths.patient.home);
});

test('without script the phone is added and answers before a sensitive act as well', async ({ open }) => {
  const [person, number] = [newPerson('Ulla'), someNumber()];
  const page = await open(null, { javaScriptEnabled: false });
  await page.goto(paths.signUp);
  await fillSignUp(page, person);
  await page.waitForURL((url) => url.pathname === paths.signUpSent);
  await page.goto(await mailedLink(person.email));
  await page.getByRole('button', { name: 'Confirm address' }).click();
  await signInAs(page, person);
  await page.goto(paths.account.phone);
  await addNumber(page, number);
  await page.goto(paths.account.confirm(paths.account.phone, 'sms'));
  await page.getByRole('button', { name: 'Text me a code' }).click();
  await page.waitForURL(/sent=1/);
  await typeCode(page, await codeTo(number, 2), 'Confirm');
  await page.waitForURL((url) => url.pathname === paths.account.phone);
  await page.getByRole('link', { name: 'Remove' }).click();
  await page.getByRole('button', { name: 'Remove it' }).click();
  await expect(page.getByRole('status')).toContainText('gets no codes any more');
});
