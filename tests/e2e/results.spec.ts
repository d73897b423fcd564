import type { Page } from 'playwright/test';
import { paths } from '#lib/platform/paths';
import { writeRecord } from './clinic-steps';
import { counted } from './counted';
import { expect, test } from './test';
import { expectAccessible, visit } from './visit';

const phone = { viewport: { width: 390, height: 844 } };
const aRecord = /\/records\/[0-9a-f-]{36}/;

test('a doctor reviews a critical result in three clicks from the day, and goes on to the next', async ({
  open,
}) => {
  const page = await open('doctor');
  await visit(page, paths.doctor.day);
  const { press, clicks } = counted();
  const critical = page.getByRole('region', { name: /critical result/ });
  await press(critical.getByRole('link', { name: /Armando/ }));
  await page.waitForURL(aRecord);
  await expect(page.getByRole('img', { name: /Potassium, in mmol\/L: \d+ results/ })).toBeVisible();
  await expectAccessible(page);
  await press(page.getByRole('checkbox', { name: 'I have seen this critical value' }));
  await page.getByRole('textbox', { name: /Comment for the patient/ }).fill('Please come in today.');
  await press(page.getByRole('button', { name: 'Send review' }));
  await page.waitForURL((url) => url.pathname === paths.doctor.results);
  expect(clicks()).toBeLessThanOrEqual(3);
  await expect(page.getByRole('status').filter({ hasText: 'Reviewed.' })).toBeVisible();
  await expect(page.getByRole('main')).not.toContainText('critical: needs');
  await expectAccessible(page);
});

test('a colleague who was faster is named, and nothing is sent twice', async ({ open }) => {
  const [first, second] = [await open('doctor'), await open('otherDoctor')];
  const addresses: string[] = [];
  for (const page of [first, second]) {
    await page.goto(paths.doctor.results);
    await page.getByRole('link', { name: /Armando Cort.*blood sugar, last 3 months/i }).click();
    await page.waitForURL(aRecord);
    addresses.push(new URL(page.url()).pathname);
  }
  expect(new Set(addresses).size).toBe(1);
  await send(first, 'We talk about it at your next visit.');
  await first.waitForURL((url) => url.pathname === paths.doctor.results);
  await send(second, 'Mine comes too late.');
  await second.waitForURL(/done=reviewed_before/);
  await expect(second.getByRole('status')).toContainText('A colleague has reviewed this result already');
  const said = second.getByRole('region', { name: 'From your doctor' });
  await expect(said).toContainText('Dr Amara Okafor looked at this on');
  await expect(said).toContainText('We talk about it at your next visit.');
  await expect(said).not.toContainText('Mine comes too late.');
  await expect(second.getByRole('button', { name: 'Send review' })).toHaveCount(0);
  await expectAccessible(second);
});

async function send(page: Page, comment: string): Promise<void> {
  await page.getByRole('textbox', { name: /Comment for the patient/ }).fill(comment);
  await page.getByRole('button', { name: 'Send review' }).click();
}

test('a patient opens a new result in two clicks, on a phone, with its meaning and its course', async ({
  open,
}) => {
  const page = await open('patient', phone);
  await visit(page, paths.patient.home);
  const { press, clicks } = counted();
  await press(page.getByRole('navigation').getByRole('link', { name: 'Results' }));
  await page.waitForURL((url) => url.pathname === paths.patient.results);
  const cholesterol = page.getByRole('listitem').filter({ hasText: 'LDL, the harmful cholesterol' });
  await expect(cholesterol).toContainText('In range');
  await expect(cholesterol).toContainText('It can settle in the blood vessels');
  await expect(cholesterol).toContainText('Target: 130 or lower.');
  await expectAccessible(page);
  await press(cholesterol.getByRole('link'));
  await page.waitForURL(aRecord);
  expect(clicks()).toBeLessThanOrEqual(2);
  await expect(page.getByRole('img', { name: /LDL.*in mg\/dL: 4 results/ })).toBeVisible();
  const rows = page.getByRole('table', { name: /LDL/ }).getByRole('row');
  await expect(rows).toHaveCount(5);
  await expect(rows.nth(1)).toContainText('92 mg/dL');
  await expectAccessible(page);
});

test('a patient chooses to be asked first, and then opens what has come', async ({ open }) => {
  test.setTimeout(120_000);
  const [patient, staff] = [await open('otherPatient', phone), await open('doctor')];
  await wish(patient, 'Ask me first');
  await expect(patient.getByRole('status').filter({ hasText: 'Saved.' })).toBeVisible();

  await staff.goto(paths.doctor.patients);
  await staff
    .getByRole('main')
    .getByRole('link', { name: /Gus Dicki/ })
    .first()
    .click();
  await staff.waitForURL(/\/doctor\/patients\/[0-9a-f-]{36}$/);
  await staff.goto(`${new URL(staff.url()).pathname}/records/new/lab_result`);
  await writeRecord(staff, 'Add test result', { Test: 'HIV antibodies', Value: 'Not detected' });

  await visit(patient, paths.patient.home);
  await patient.getByRole('main').getByRole('link', { name: '1 result waits for you to open it' }).click();
  await patient.waitForURL((url) => url.pathname === paths.patient.results);
  const waiting = patient.getByRole('region', { name: 'Waiting for you' });
  await expect(waiting).toContainText('You chose to be asked first.');
  await expect(patient.getByRole('main')).not.toContainText('HIV');
  await expectAccessible(patient);
  await waiting.getByRole('button', { name: 'Show it' }).click();
  await patient.waitForURL(aRecord);
  await expect(patient.getByRole('heading', { level: 1 })).toContainText('HIV antibodies');
  await wish(patient, 'At once');
});

async function wish(page: Page, choice: string): Promise<void> {
  await visit(page, paths.patient.release);
  await page.getByLabel('Infections').selectOption({ label: choice });
  await page.getByRole('button', { name: 'Save' }).click();
  await page.waitForURL(/done=saved/);
}
