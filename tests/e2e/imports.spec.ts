import { paths } from '#lib/platform/paths';
import { bundle, conditionOf } from '../operations/imports/bundles';
import { expect, test } from './test';
import { expectAccessible, visit } from './visit';

/** A person of each test: the same records brought twice would be known. */
const upload = (mark: string, more: Parameters<typeof bundle>[0] = {}) => ({
  name: 'bundle.json',
  mimeType: 'application/fhir+json',
  buffer: Buffer.from(
    bundle(more).replaceAll('11111111-', `${mark}1111-`).replaceAll('22222222-', `${mark}2222-`),
  ),
});

test('an admin takes over a chart, follows it to its end, and sees numbers alone', async ({ open }) => {
  const admin = await open('admin');
  await visit(admin, paths.admin.imports);
  await admin
    .getByLabel('FHIR file')
    .setInputFiles(
      upload('aaaa', { type: 'batch', conditions: 250, instead: { 7: { resourceType: 'Banana' } } }),
    );
  await admin.getByRole('button', { name: 'Start import' }).click();
  await admin.waitForURL(/\/admin\/imports\/[0-9a-f-]{36}$/);
  const main = admin.getByRole('main');
  await expect(main.getByText('Done', { exact: true })).toBeVisible({ timeout: 30_000 });
  await expectAccessible(admin);
  await expect(main).toContainText('Bundle.entry[7].resource');
  await expect(main.getByText('Rejected', { exact: true }).first()).toBeVisible();
  await expect(main).not.toContainText('Finding');
  await visit(admin, paths.admin.imports);
  await expect(admin.getByRole('table')).toContainText('Batch with 251 entries');
});

test('a file that cannot be understood is told with the place in it, also without script', async ({
  open,
}) => {
  const admin = await open('admin', { javaScriptEnabled: false });
  await admin.goto(paths.admin.imports);
  const good = upload('bbbb');
  await admin.getByLabel('FHIR file').setInputFiles({ ...good, buffer: good.buffer.subarray(0, -30) });
  await admin.getByRole('button', { name: 'Start import' }).click();
  await expect(admin.getByRole('main')).toContainText(
    'Bundle.entry[3]: The upload ends in the middle of this element.',
  );
});

test('a doctor brings records into the chart that they name', async ({ open }) => {
  const doctor = await open('doctor');
  await visit(doctor, paths.doctor.imports);
  await expectAccessible(doctor);
  const [, chart = ''] = await doctor.getByLabel('Whose chart').locator('option').allTextContents();
  await doctor.getByLabel('Whose chart').selectOption(chart);
  const single = JSON.stringify(conditionOf(1, { subject: { reference: 'Patient/example' } }));
  await doctor.getByLabel('FHIR file').setInputFiles({ ...upload('cccc'), buffer: Buffer.from(single) });
  await doctor.getByRole('button', { name: 'Start import' }).click();
  await doctor.waitForURL(/\/doctor\/imports\/[0-9a-f-]{36}$/);
  await expect(doctor.getByRole('main').getByText('Done', { exact: true })).toBeVisible({ timeout: 30_000 });
});
