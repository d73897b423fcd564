import type { Page } from 'playwright/test';
import { Temporal } from 'temporal-polyfill';
import { paths } from '#lib/platform/paths';
import { expect, test } from './test';
import { expectAccessible, visit } from './visit';

const zone = 'Europe/London';

/** The first Saturday at least a week from now: a day on which this doctor usually sees nobody. */
function aSaturday(): Temporal.PlainDate {
  const nextWeek = Temporal.Now.plainDateISO(zone).add({ days: 7 });
  return nextWeek.add({ days: (6 - nextWeek.dayOfWeek + 7) % 7 });
}

const saturday = aSaturday().toString();

/** Which times a patient is offered with Dr Lindqvist on that day, by the clock of the clinic. */
async function timesOn(patient: Page, day: string): Promise<string[]> {
  await visit(patient, paths.patient.book);
  await patient
    .getByRole('main')
    .getByRole('link', { name: /Lindqvist/ })
    .click();
  await patient.waitForURL(/doctor=/);
  const address = new URL(patient.url());
  address.searchParams.set('day', day);
  await patient.goto(address.href);
  const buttons = patient.getByRole('main').locator('button[name="scheduled_at"]');
  const starts = await buttons.evaluateAll((found) => found.map((each) => each.getAttribute('value') ?? ''));
  return starts
    .map((at) => Temporal.Instant.from(at).toZonedDateTimeISO(zone))
    .filter((at) => at.toPlainDate().toString() === day)
    .map((at) => at.toPlainTime().toString().slice(0, 5));
}

test('an admin adds a visit type and a closure', async ({ open }) => {
  const admin = await open('admin');
  const name = 'Travel advice';
  await visit(admin, paths.admin.services());
  await admin.getByRole('link', { name: 'Add a visit type' }).click();
  await admin.getByRole('textbox', { name: 'Name' }).fill(name);
  await admin.getByRole('textbox', { name: 'Minutes' }).fill('4');
  await admin.getByRole('button', { name: 'Add visit type' }).click();
  await expect(admin.getByRole('main').getByRole('alert')).toContainText(
    'Minutes: This is too short or too small.',
  );
  await expectAccessible(admin);
  await admin.getByRole('textbox', { name: 'Minutes' }).fill('25');
  await admin.getByRole('button', { name: 'Add visit type' }).click();
  await admin.waitForURL(/done=added/);
  await admin.getByRole('link', { name }).click();
  await expect(admin.getByRole('textbox', { name: 'Minutes' })).toHaveValue('25');
  await admin.getByRole('button', { name: 'Archive visit type' }).click();
  await admin.waitForURL(/done=archived/);
  await expect(admin.getByRole('link', { name })).toHaveCount(0);

  await visit(admin, paths.admin.closures());
  await admin.getByRole('textbox', { name: 'Name' }).fill('Stocktaking');
  await admin.getByLabel('First day').fill('2031-05-04');
  await admin.getByLabel('Last day').fill('2031-05-03');
  await admin.getByRole('button', { name: 'Add closure' }).click();
  await expect(admin.getByRole('main').getByRole('alert')).toContainText('The end is before the start.');
  await admin.getByLabel('Last day').fill('2031-05-05');
  await admin.getByRole('button', { name: 'Add closure' }).click();
  await admin.waitForURL(/done=added/);
  await expect(admin.getByRole('main')).toContainText('4 May 2031 to 5 May 2031');
  await admin.getByRole('button', { name: 'Remove Stocktaking' }).click();
  await admin.waitForURL(/done=removed/);
  await expect(admin.getByRole('main')).not.toContainText('Stocktaking');
});

test('a doctor changes their hours, and the times that patients are offered follow', async ({ open }) => {
  test.setTimeout(240_000);
  const [doctor, patient] = [await open('otherDoctor'), await open('patient')];
  expect(await timesOn(patient, saturday)).toEqual([]);
  await visit(doctor, paths.doctor.hours);
  await doctor.getByRole('link', { name: 'Change Saturday' }).click();
  const from = doctor.getByLabel('From', { exact: true });
  const until = doctor.getByLabel('Until', { exact: true });
  await from.fill('10:00');
  await until.fill('09:00');
  await doctor.getByRole('button', { name: 'Save hours' }).click();
  await expect(doctor.getByRole('main').getByRole('alert')).toContainText('The end is before the start.');
  await expectAccessible(doctor);
  await until.fill('11:00');
  await doctor.getByLabel('A time every').selectOption('20');
  await doctor.getByRole('button', { name: 'Save hours' }).click();
  await doctor.waitForURL(/done=saved/);
  await expect(doctor.getByRole('main')).toContainText('10:00 to 11:00');
  expect(await timesOn(patient, saturday)).toEqual(['10:00', '10:20', '10:40']);

  await test.step('leave takes them away, and the end of it gives them back', async () => {
    await visit(doctor, paths.doctor.away);
    await doctor.getByLabel('First day').fill(saturday);
    await doctor.getByRole('button', { name: 'Add', exact: true }).click();
    await doctor.waitForURL(/done=added/);
    expect(await timesOn(patient, saturday)).toEqual([]);
    await doctor.getByRole('button', { name: /^Remove/ }).click();
    await doctor.waitForURL(/done=removed/);
    expect(await timesOn(patient, saturday)).toHaveLength(3);
  });
  await test.step('a single day has other hours', async () => {
    await visit(doctor, paths.doctor.singleDays);
    await doctor.getByLabel('Day', { exact: true }).fill(saturday);
    await doctor.getByLabel('From', { exact: true }).first().fill('14:00');
    await doctor.getByLabel('Until', { exact: true }).first().fill('14:40');
    await doctor.getByRole('button', { name: 'Save day' }).click();
    await doctor.waitForURL(/done=saved/);
    expect(await timesOn(patient, saturday)).toEqual(['14:00', '14:20']);
    await doctor.getByRole('button', { name: /^Back to the usual week/ }).click();
    await doctor.waitForURL(/done=removed/);
  });
  await test.step('and the day is free again', async () => {
    await visit(doctor, paths.doctor.hoursOn(6));
    await doctor.getByLabel('From', { exact: true }).first().fill('');
    await doctor.getByLabel('Until', { exact: true }).first().fill('');
    await doctor.getByRole('button', { name: 'Save hours' }).click();
    await doctor.waitForURL(/done=saved/);
    expect(await timesOn(patient, saturday)).toEqual([]);
  });
});
