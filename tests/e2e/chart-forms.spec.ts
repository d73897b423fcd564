import type { Page } from 'playwright/test';
import { paths } from '#lib/platform/paths';
import { writeRecord } from './clinic-steps';
import { expect, test } from './test';
import { expectAccessible, visit } from './visit';

const aChart = /^\/doctor\/patients\/[0-9a-f-]{36}$/;

async function firstChart(page: Page): Promise<string> {
  await page.goto(paths.doctor.patients);
  const links = page.getByRole('main').locator('a[href^="/doctor/patients/"]');
  const hrefs = await links.evaluateAll((found) => found.map((link) => link.getAttribute('href') ?? ''));
  const chart = hrefs.find((href) => aChart.test(href));
  if (!chart) throw new Error('The doctor has no patient.');
  return chart.slice(chart.lastIndexOf('/') + 1);
}

const field = (page: Page, name: string | RegExp) => page.getByRole('textbox', { name });
const named = (page: Page) => page.getByRole('combobox', { name: /^Diagnosis/ });
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

test('a note is begun from a template and kept as a draft; a signed one is added to', async ({ open }) => {
  const page = await open('doctor');
  const patient = await firstChart(page);
  await visit(page, paths.doctor.newRecord(patient, 'note', { template: 'phone' }));
  await expect(field(page, /^Text/)).toHaveValue(/Advice given:/);
  await field(page, /^Text/).fill('BP <120, "O\'Brien"\n<b>not bold</b>');
  await press(page, 'Save as draft');
  await expect(page.getByText('Draft saved. Nobody else can see it.')).toBeVisible();
  await expect(page.getByText('This is a draft')).toBeVisible();
  await expectAccessible(page);
  await page.goto(paths.doctor.newRecord(patient, 'note', { template: 'phone' }));
  await press(page, 'Sign and add note');
  await expect(page.getByText('Record added. The patient can read it now.')).toBeVisible();
  await page.getByRole('link', { name: 'Write an addendum' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Addendum to “Phone call”');
  await field(page, /^Text/).fill('And this');
  await press(page, 'Sign and add note');
  await expect(page.getByText('Record added. The patient can read it now.')).toBeVisible();
  await visit(page, paths.doctor.chart(patient, { section: 'notes' }));
  await expect(page.getByRole('link', { name: 'Addendum to an earlier note' }).first()).toBeVisible();
  await page.setViewportSize({ width: 390, height: 844 });
  await expectAccessible(page);
});

test('the second of two who change a record sees both side by side and loses nothing', async ({ open }) => {
  const page = await open('doctor');
  const patient = await firstChart(page);
  await page.goto(paths.doctor.newRecord(patient, 'diagnosis'));
  await writeRecord(page, 'Add diagnosis', { Diagnosis: 'Migraine' });
  const record = new URL(page.url()).pathname;
  const tab = await page.context().newPage();
  for (const each of [page, tab]) await each.goto(`${record}/edit`);
  await named(tab).fill('Migraine with aura');
  await field(tab, /^Reason/).fill('Seen today');
  await press(tab, 'Save new version');
  await tab.waitForURL(/done=amended/);
  await named(page).fill('Migraine, frequent');
  await press(page, 'Save new version');
  const both = page.getByRole('region', { name: 'Somebody has changed this since you opened it' });
  await expect(both.getByRole('row', { name: /^Diagnosis/ })).toHaveText(
    /Migraine with aura.*Migraine, frequent/,
  );
  await expect(both).toContainText('Their reason: Seen today');
  await expectAccessible(page);
  await press(page, 'Save mine as the next version');
  await page.waitForURL(/done=amended/);
  for (const words of ['Version 3', 'Migraine, frequent', 'Migraine with aura', 'Version 1']) {
    await expect(page.getByRole('main')).toContainText(words);
  }
});

test('every kind of record has a form', async ({ open }) => {
  const page = await open('doctor');
  const patient = await firstChart(page);
  const forms = {
    allergy: ['allergy', { 'What it is against': 'Latex', 'How it showed itself': 'Hives' }],
    immunization: ['vaccination', { Vaccine: 'Influenza', 'Lot number': 'A12' }],
    vital_sign: [
      'measurement',
      { 'What was measured': 'Blood pressure', Systolic: '128', Diastolic: '81.5' },
    ],
    procedure: ['procedure', { Procedure: 'Aspiration of the left knee', Outcome: 'No complication' }],
    encounter: ['visit', { 'Kind of visit': 'Phone consultation' }],
  } as const;
  for (const [type, [words, values]] of Object.entries(forms)) {
    await page.goto(paths.doctor.newRecord(patient, type));
    await expectAccessible(page);
    await writeRecord(page, `Sign and add ${words}`, values);
    await expect(page.getByText('Record added. The patient can read it now.')).toBeVisible();
  }
});
