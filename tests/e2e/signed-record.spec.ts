import { readFile } from 'node:fs/promises';
import { strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import type { Page } from 'playwright/test';
import { paths } from '#lib/platform/paths';
import { signInAs } from './account-steps';
import { newPatient } from './ready-person';
import { expect, test } from './test';
import { expectAccessible, visit } from './visit';

async function saved(page: Page, label: string): Promise<Buffer> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: label }).click(),
  ]);
  return readFile(await download.path());
}

const choose = (page: Page, buffer: Uint8Array) =>
  page
    .getByLabel('The archive (.zip)')
    .setInputFiles({ name: 'record.zip', mimeType: 'application/zip', buffer: Buffer.from(buffer) });

test('a patient saves their record; whoever is given it sees whether it was changed', async ({ open }) => {
  const page = await open();
  const person = await newPatient('Tilda');
  await visit(page, paths.signInNext(paths.account.export));
  await signInAs(page, person, paths.account.export);
  await visit(page, paths.account.export);
  await expectAccessible(page);
  const pdf = await saved(page, 'Save as PDF');
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  await expect(page.getByText('Your file is ready.')).toBeVisible();
  const bundle = JSON.parse((await saved(page, 'Save as FHIR')).toString()) as { type: string };
  expect(bundle.type).toBe('collection');
  await visit(page, paths.patient.documents);
  await page
    .getByLabel('File', { exact: true })
    .setInputFiles({ name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from('Seen today.') });
  await page.getByLabel('Title').fill('Letter from the eye clinic');
  await page.getByRole('button', { name: 'Add document' }).click();
  await expect(page.getByRole('main').getByRole('status')).toContainText('added');
  await visit(page, paths.account.export);
  const archive = await saved(page, 'Save signed archive');

  const stranger = await open();
  await visit(stranger, paths.verify);
  await choose(stranger, archive);
  await expect(stranger.getByRole('status')).toContainText('Nothing was changed');
  await expectAccessible(stranger);

  const files: Record<string, Uint8Array> = unzipSync(archive);
  const letter = Object.keys(files).find((path) => path.startsWith('documents/')) ?? '';
  expect(new TextDecoder().decode(files[letter])).toBe('Seen today.');
  files[letter] = strToU8('Seen to-day.');
  files['bundle.json'] = strToU8(`${new TextDecoder().decode(files['bundle.json'])} `);
  await choose(stranger, zipSync(files as Zippable));
  await expect(stranger.getByRole('status')).toContainText('This archive was changed');
  await expect(stranger.getByRole('status')).toContainText('bundle.json: changed');
  await expect(stranger.getByRole('status')).toContainText(`${letter}: changed`);
  await expectAccessible(stranger);

  await choose(stranger, strToU8('no archive'));
  await expect(stranger.getByRole('status')).toContainText('This cannot be confirmed');
});
