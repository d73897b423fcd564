import { readFileSync } from 'node:fs';
import type { Page } from 'playwright/test';
import { paths } from '#lib/platform/paths';
import { eicar } from '../harness/clamd-server';
import { aPdf, aPhoto } from '../operations/documents/files';
import { expect, expectRefusal, test } from './test';
import { expectAccessible, visit } from './visit';

const main = (page: Page) => page.getByRole('main');

interface Chosen {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

const textFile = (text: string, name = 'notes.txt'): Chosen => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.from(text),
});

async function add(page: Page, title: string, file: Chosen): Promise<void> {
  await main(page).getByLabel('File', { exact: true }).setInputFiles(file);
  await main(page).getByLabel('Title').fill(title);
  await main(page).getByLabel('Kind').selectOption('letter');
  await main(page).getByRole('button', { name: 'Add document' }).click();
}

const row = (page: Page, title: string) => main(page).getByRole('listitem').filter({ hasText: title });

/** The scanner looks within a second or two. */
async function scanned(page: Page, title: string, state: string): Promise<void> {
  await expect(async () => {
    await page.reload();
    await expect(row(page, title)).toContainText(state, { timeout: 500 });
  }).toPass();
}

const linkOf = async (page: Page, title: string) =>
  (await row(page, title)
    .getByRole('link', { name: `Open ${title}` })
    .getAttribute('href')) ?? '';

test('a patient adds documents; the doctor sees them, nobody else does', async ({ open }) => {
  test.setTimeout(120_000);
  const [patient, doctor, other] = [await open('patient'), await open('doctor'), await open('otherPatient')];
  const pdf = Buffer.from(await aPdf('Seen <5 mmol/L'));
  const photo = await aPhoto();

  await test.step('a letter and a photo, each marked as theirs', async () => {
    await visit(patient, paths.patient.documents);
    await add(patient, 'Letter of the eye clinic', { name: 'letter.pdf', mimeType: 'x/y', buffer: pdf });
    await patient.waitForURL(/done=added$/);
    await expect(main(patient).getByRole('status')).toContainText('The document was added');
    await add(patient, 'Photo of a mole', { name: 'mole.jpg', mimeType: 'image/jpeg', buffer: photo });
    await expect(row(patient, 'Photo of a mole')).toContainText('Yours');
    await scanned(patient, 'Letter of the eye clinic', 'No malware found');
    await scanned(patient, 'Photo of a mole', 'No malware found');
    await expectAccessible(patient);
  });

  await test.step('which are shown in a tab of their own that can do nothing', async () => {
    const opened = patient.waitForEvent('popup');
    await row(patient, 'Photo of a mole').getByRole('link', { name: /^Open/ }).click();
    const tab = await opened;
    await expect(tab.locator('img')).toBeVisible();
    expect(await tab.evaluate(() => globalThis.origin)).toBe('null');
    await tab.close();
    const seen = await patient.request.get(await linkOf(patient, 'Letter of the eye clinic'));
    const { headers, body } = { headers: seen.headers(), body: await seen.body() };
    expect(body.equals(pdf)).toBe(true);
    expect(headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
      'content-disposition': `inline; filename="letter.pdf"; filename*=UTF-8''letter.pdf`,
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'cache-control': 'private, no-store',
    });
  });

  await test.step('and saved, without the place where they were taken', async () => {
    const saving = patient.waitForEvent('download');
    await row(patient, 'Photo of a mole').getByRole('link', { name: /^Save/ }).click();
    const saved = await saving;
    expect(saved.suggestedFilename()).toBe('mole.jpg');
    expect(readFileSync(await saved.path()).includes('SECRETPLACE')).toBe(false);
  });

  const address = await linkOf(patient, 'Letter of the eye clinic');
  await row(patient, 'Letter of the eye clinic').getByRole('link').first().click();
  await patient.waitForURL(/\/patient\/documents\/[0-9a-f-]{36}$/);
  await expectAccessible(patient);
  await expect(main(patient)).toContainText('letter.pdf');

  await test.step('the doctor finds them in the chart, and adds one', async () => {
    await doctor.goto(paths.doctor.patients);
    await main(doctor)
      .getByRole('link', { name: /Vargas/ })
      .first()
      .click();
    await doctor.waitForURL(/\/doctor\/patients\/[0-9a-f-]{36}$/);
    await visit(doctor, `${new URL(doctor.url()).pathname}/documents`);
    await expect(row(doctor, 'Letter of the eye clinic')).toContainText('From the patient');
    expect((await doctor.request.get(address)).status()).toBe(200);
    await add(doctor, 'Referral', textFile('Referred for a scan.'));
    await expect(row(doctor, 'Referral')).toContainText('From the clinic');
    await patient.goto(paths.patient.documents);
    await expect(row(patient, 'Referral')).toContainText('From the clinic');
  });

  await test.step('for another patient they do not exist', async () => {
    for (const path of [address, address.replace('view', 'download')]) {
      const refused = await other.request.get(path);
      expect([refused.status(), refused.headers()['content-type']]).toEqual([
        404,
        'text/html; charset=utf-8',
      ]);
      expect(await refused.text()).not.toContain('Letter');
    }
    const page = `/patient/documents/${/[0-9a-f-]{36}/.exec(address)?.[0]}`;
    expectRefusal(other, page);
    expect((await other.goto(page))?.status()).toBe(404);
  });
});

test('malware is held back, and its sender is told so', async ({ open }) => {
  const page = await open('patient');
  await page.goto(paths.patient.documents);
  await add(page, 'Found on the web', textFile(eicar));
  await page.waitForURL(/done=added$/);
  await scanned(page, 'Found on the web', 'Held back: malware');
  await expect(row(page, 'Found on the web').getByRole('link', { name: /^(Open|Save)/ })).toHaveCount(0);
  await row(page, 'Found on the web').getByRole('link').click();
  await expect(main(page)).toContainText('nobody can open it');
  const [id] = /[0-9a-f-]{36}$/.exec(page.url()) ?? [];
  for (const way of ['view', 'download']) {
    const refused = await page.request.get(`/files/${id}/${way}`);
    expect([refused.status(), await refused.text()]).toEqual([
      409,
      'This file is held back: it has yet to be checked for malware, some was found in it, or it was damaged where it is stored.',
    ]);
  }
});

for (const javaScriptEnabled of [true, false]) {
  test(`what cannot be taken is told in a sentence, ${javaScriptEnabled ? 'with' : 'without'} script`, async ({
    open,
  }) => {
    const page = await open('otherPatient', { javaScriptEnabled });
    await page.goto(paths.patient.documents);
    await add(page, 'A page', textFile('<p>', 'page.html'));
    await expect(main(page).getByRole('alert').first()).toContainText('Files of this kind are not accepted');
    await expect(main(page).getByLabel('Title')).toHaveValue('A page');
    await main(page).getByLabel('Title').fill('Nothing');
    await main(page).getByRole('button', { name: 'Add document' }).click();
    await expect(main(page)).toContainText('Choose a file that is not empty');

    const large = { name: 'l.txt', mimeType: 'text/plain', buffer: Buffer.alloc(9_900_001, 'a') };
    await add(page, 'Large', large);
    await expect(main(page)).toContainText(
      javaScriptEnabled ? 'This file is larger than 9.9 MB' : 'This file is too large',
    );
    if (javaScriptEnabled) return;
    expectRefusal(page, paths.patient.documents);
    await add(page, 'Larger', { ...large, buffer: Buffer.alloc(12_000_000, 'a') });
    await expect(main(page)).toContainText('This is too large to send');
    await page.getByRole('link', { name: 'Back to the form' }).click();
    await add(page, 'Just right', { ...large, buffer: Buffer.alloc(9_900_000, 'a') });
    await expect(row(page, 'Just right')).toContainText('9.9 MB');
  });
}

test('a picture is set, shown to its owner, replaced and removed', async ({ open }) => {
  const [page, other] = [await open('patient'), await open('otherPatient')];
  const picture = main(page).getByRole('img', { name: 'Your picture' });
  const set = async (buffer: Buffer) => {
    await main(page)
      .getByLabel('Image', { exact: true })
      .setInputFiles({ name: 'me.jpg', mimeType: 'image/jpeg', buffer });
    await main(page).getByRole('button', { name: 'Set picture' }).click();
  };
  await visit(page, paths.account.profile);
  await set(await aPhoto());
  await expect(main(page).getByRole('status')).toContainText('Your picture was set');
  await expect(picture).toBeVisible();
  expect(
    await picture.evaluate((image: HTMLImageElement) => [image.naturalWidth, image.naturalHeight]),
  ).toEqual([256, 256]);
  const first = (await picture.getAttribute('src')) ?? '';
  expect((await page.request.get(first)).headers()['content-type']).toBe('image/webp');
  expect((await other.request.get(first)).status()).toBe(404);
  await expectAccessible(page);

  await set(Buffer.from('no image'));
  await expect(main(page).getByRole('alert').first()).toContainText('Files of this kind are not accepted');
  await set(await aPhoto('elsewhere'));
  await expect(picture).not.toHaveAttribute('src', first);
  expect((await page.request.get(first)).status()).toBe(404);
  await main(page).getByRole('button', { name: 'Remove picture' }).click();
  await expect(main(page)).toContainText('You have no picture yet');
});
