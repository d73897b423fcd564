import type { Page } from 'playwright/test';
import { paths } from '#lib/platform/paths';
import { expect, test } from './test';
import { expectAccessible, visit } from './visit';

/** A chart of the doctor's panel. */
async function aPatient(page: Page): Promise<string> {
  await page.goto(paths.doctor.patients);
  const link = page.getByRole('main').getByRole('link', { name: /Dicki/ }).first();
  return (await link.getAttribute('href'))?.split('/').at(-1) ?? '';
}

const saved = (page: Page) => page.waitForURL((url) => !url.pathname.includes('/records/new/'));

test('a code is found by its plain name and picked with the keyboard, and the record has it', async ({
  open,
}) => {
  const page = await open('doctor');
  await visit(page, paths.doctor.newRecord(await aPatient(page), 'diagnosis'));
  const field = page.getByRole('combobox', { name: 'Diagnosis' });
  await field.pressSequentially('heart atack');
  const options = page.getByRole('listbox', { name: 'Diagnosis' }).getByRole('option');
  await expect(options.filter({ hasText: 'I21.9' })).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: 'Codes that fit' })).toBeVisible();
  await expectAccessible(page);

  let kept: Promise<unknown> = Promise.resolve();
  await test.step('Escape closes the list and leaves the words', async () => {
    await field.press('Escape');
    await expect(options).toHaveCount(0);
    await expect(field).toHaveValue('heart atack');
  });
  await test.step('the arrow keys walk through it, and Enter picks without sending the form', async () => {
    await field.fill('');
    await field.pressSequentially('heart attack');
    const wanted = options.filter({ hasText: 'I21.9' });
    await expect(wanted).toBeVisible();
    for (let step = 0; step < 12 && (await wanted.getAttribute('aria-selected')) !== 'true'; step += 1) {
      await field.press('ArrowDown');
    }
    await expect(field).toHaveAttribute('aria-activedescendant', (await wanted.getAttribute('id')) ?? '');
    // Of what was typed before a draft is kept already.
    kept = page.waitForResponse((answer) => (answer.request().postData() ?? '').includes('Acute myocardial'));
    await field.press('Enter');
    await expect(field).toHaveValue('Acute myocardial infarction, unspecified');
    await expect(page.getByText('With the code I21.9, ICD-10-CM')).toBeVisible();
    await expect(page).toHaveURL(/records\/new\/diagnosis/);
  });
  await test.step('what is picked is kept as a draft like what is typed', async () => {
    await kept;
    await expect(page.getByText('Kept as a draft')).toBeVisible();
    await page.reload();
    await expect(field).toHaveValue('Acute myocardial infarction, unspecified');
    await expect(page.getByText('With the code I21.9, ICD-10-CM')).toBeVisible();
  });
  await page.getByRole('button', { name: 'Add diagnosis' }).click();
  await saved(page);
  await expect(page.getByRole('main').getByText('I21.9').first()).toBeVisible();
});

test('other words take the code away, and a test brings its unit', async ({ open }) => {
  const page = await open('doctor');
  await visit(page, paths.doctor.newRecord(await aPatient(page), 'lab_result'));
  const field = page.getByRole('combobox', { name: 'Test' });
  await field.pressSequentially('hba1c');
  await page.getByRole('option').filter({ hasText: '4548-4' }).click();
  await expect(page.getByLabel('Unit')).toHaveValue('%');
  await expect(page.getByText('With the code 4548-4, LOINC')).toBeVisible();
  await field.press('End');
  await field.pressSequentially(' of my own');
  await expect(page.getByText('With the code')).toBeHidden();
  await expect(page.getByText('No code fits. It is kept as free text.')).toBeVisible();

  await test.step('a unit that is a slip is refused with what was meant, and nothing typed is lost', async () => {
    await page.getByLabel('Value', { exact: true }).fill('5');
    await page.getByLabel('Unit').fill('mcg/L');
    await page.getByRole('button', { name: 'Add test result' }).click();
    await expect(page.getByText('Write this unit as ug/L.').first()).toBeVisible();
    await expect(field).toHaveValue('Hemoglobin A1c/Hemoglobin.total in Blood of my own');
  });
  await page.getByLabel('Unit').fill('ug/L');
  await page.getByRole('button', { name: 'Add test result' }).click();
  await saved(page);
  await expect(page.getByRole('main').getByText('of my own').first()).toBeVisible();
  await expect(page.getByRole('main').getByText('4548-4')).toHaveCount(0);
});

test('without JavaScript it is a field for words', async ({ open }) => {
  const page = await open('doctor', { javaScriptEnabled: false });
  await page.goto(paths.doctor.newRecord(await aPatient(page), 'prescription'));
  await page.getByRole('textbox', { name: 'Medicine and strength' }).fill('Cough syrup of the pharmacy');
  await page.getByRole('button', { name: 'Add prescription' }).click();
  await saved(page);
  await expect(page.getByRole('main').getByText('Cough syrup of the pharmacy').first()).toBeVisible();
});
