import type { Page } from 'playwright/test';
import { paths } from '#lib/platform/paths';
import { signInAs, signUp } from './account-steps';
import { book, chooseTime } from './clinic-steps';
import { mailedLink, mailsTo } from './mailed-link';
import { comesTomorrow } from './passing-time';
import { newPerson } from './person';
import { scene } from './scene';
import { expect, test } from './test';
import { expectAccessible, visit } from './visit';

/** The text of the reminder, once the job, which looks once a minute, has written it. */
async function reminder(to: string): Promise<string> {
  let text = '';
  await expect(async () => {
    text = (await mailsTo(to)).map((mail) => mail.text).find((each) => /Tomorrow you/.test(each)) ?? '';
    expect(text).not.toBe('');
  }).toPass({ timeout: 100_000, intervals: [1000] });
  return text;
}

const pathIn = (text: string, path: RegExp): string => {
  const [found] = path.exec(text) ?? [];
  if (!found) throw new Error(`There is no ${path} in the mail.`);
  return found;
};

async function chooseTokyo(page: Page): Promise<void> {
  await visit(page, paths.account.reminders);
  await page.getByLabel('Quiet from').fill('00:00');
  await page.getByLabel('Quiet until').fill('00:00');
  await page.getByLabel('Your time zone').selectOption('Asia/Tokyo');
  await page.getByRole('group', { name: 'By e-mail' }).getByLabel('Two hours before').uncheck();
  await page.getByRole('button', { name: 'Save reminders' }).click();
  await expect(page.getByText('Reminders saved')).toBeVisible();
  await expectAccessible(page);
  await expect(page.getByLabel('Your time zone')).toHaveValue('Asia/Tokyo');
}

test('a patient reads by their own clock, is reminded, confirms with one press and stops reminders', async ({
  open,
  request,
}) => {
  test.setTimeout(300_000);
  const person = newPerson();
  const patient = await open();
  await signUp(patient, person);
  await signInAs(patient, person);
  await test.step('what was ticked stays so while the form is refused', async () => {
    await visit(patient, paths.account.reminders);
    const hours = patient.getByRole('group', { name: 'By e-mail' }).getByLabel('Two hours before');
    await hours.uncheck();
    await patient.getByLabel('Quiet from').fill('');
    await patient.getByRole('button', { name: 'Save reminders' }).click();
    await expect(patient.getByRole('main').getByRole('alert')).toBeVisible();
    await expect(hours).not.toBeChecked();
  });
  await chooseTokyo(patient);
  await visit(patient, paths.patient.book);
  await expect(patient.getByText('Times are by your clock (Asia/Tokyo)')).toBeVisible();
  await expect(patient.getByText(/at the clinic \(Europe\/London\)/).first()).toBeVisible();
  await visit(patient, paths.account.reminders);
  await patient.getByLabel('Your time zone').selectOption('');
  await patient.getByRole('button', { name: 'Save reminders' }).click();
  await expect(patient.getByText('Reminders saved')).toBeVisible();
  await chooseTime(patient, 'Amara Okafor');
  const address = await book(patient, 'Tired for weeks');
  await chooseTokyo(patient);
  await visit(patient, address);
  // The visit's time, and from when one may say that one is there.
  await expect(patient.getByText(/at the clinic \(Europe\/London\)/)).toHaveCount(2);
  await patient.getByRole('link', { name: 'Cancel visit' }).click();
  await expect(patient.getByRole('alertdialog')).toContainText('at the clinic (Europe/London)');
  await patient.getByRole('button', { name: 'Keep the visit' }).click();
  await comesTomorrow(address.split('/').at(-1) ?? '');

  const stranger = await open();
  const main = stranger.getByRole('main');
  const text = await reminder(person.email);
  expect(text).toContain('(Asia/Tokyo)');
  for (const word of ['Okafor', person.lastName, 'Tired']) expect(text).not.toContain(word);

  await test.step('opening the link changes nothing, one press confirms', async () => {
    const link = await mailedLink(person.email, /Tomorrow you/);
    await visit(stranger, link);
    await visit(patient, address);
    await expect(patient.getByText('Confirmed')).toHaveCount(0);
    await main.getByRole('button', { name: 'I will come' }).click();
    await expect(main.getByRole('heading', { level: 1 })).toHaveText('Thank you. You are expected');
    expect(new URL(stranger.url()).search).not.toContain('token');
    await visit(patient, address);
    await expect(patient.getByText('Confirmed')).toBeVisible();
    await visit(patient, paths.patient.visits);
    await expect(patient.getByText('Confirmed')).toBeVisible();
    await visit(stranger, link);
    await expect(main.getByText('You said that you will come')).toBeVisible();
  });

  await test.step('a mail program ends reminders by a post, and no scanner does', async () => {
    const page = pathIn(text, /\/stop-reminders\?token=[\w-]{43}/);
    const { origin } = scene().product;
    const post = `${origin}/unsubscribe/${page.split('=').at(-1)}`;
    expect((await request.post(post, { form: { other: 'x' } })).status()).toBe(400);
    await request.get(post);
    await visit(stranger, page);
    const ticked = patient.getByRole('group', { name: 'By e-mail' }).getByRole('checkbox', { checked: true });
    await visit(patient, paths.account.reminders);
    await expect(ticked).toHaveCount(2);
    const answer = await request.post(post, { form: { 'List-Unsubscribe': 'One-Click' } });
    expect(answer.status()).toBe(200);
    await visit(patient, paths.account.reminders);
    await expect(ticked).toHaveCount(0);
    await expect(patient.getByLabel('Your time zone')).toHaveValue('Asia/Tokyo');
    const unknown = await request.post(`${origin}/unsubscribe/${'a'.repeat(43)}`, {
      form: { 'List-Unsubscribe': 'One-Click' },
    });
    expect(unknown.status()).toBe(404);
  });

  await test.step('a person does it with a button', async () => {
    await main.getByRole('button', { name: 'Stop reminders' }).click();
    await expect(main.getByRole('heading', { level: 1 })).toHaveText('Reminders by mail are stopped');
    await expectAccessible(stranger);
  });
});

test('an admin writes what reminders say, sees how it is read, and takes it back', async ({ open }) => {
  const admin = await open('admin');
  await visit(admin, paths.admin.reminderTexts({ language: 'pl', kind: 'day' }));
  const subject = admin.getByLabel('Subject of the mail');
  await subject.fill('Jutro: {doctor}');
  await admin.getByRole('button', { name: 'Save text' }).click();
  await expect(
    admin
      .getByRole('main')
      .getByText(/Braces may hold/)
      .first(),
  ).toBeVisible();
  await expectAccessible(admin);
  await subject.fill('Jutro: {clinic}');
  await admin.getByRole('button', { name: 'Save text' }).click();
  await expect(admin.getByText('Saved.')).toBeVisible();
  await expect(admin.getByText(/^Jutro: .*Clinic/)).toBeVisible();
  await admin.getByRole('button', { name: 'Use the product’s text' }).click();
  await expect(admin.getByText(/^Jutro/)).toHaveCount(0);
  await expect(subject).toHaveValue('A visit at {clinic} tomorrow');
});
