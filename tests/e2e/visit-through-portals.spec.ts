import type { Page } from 'playwright/test';
import { paths } from '#lib/platform/paths';
import { enterCode, enterPassword } from '../harness/viewers';
import { enrol, signInAs, signOut, signUp } from './account-steps';
import { book, chooseDay, freeTimes, writeRecord } from './clinic-steps';
import { newPerson } from './person';
import { account } from './scene';
import { expect, test } from './test';
import { expectAccessible, visit } from './visit';

const doctor = 'Amara Okafor';
const unknownId = '01920000-0000-7000-8000-00000000ffff';
const idIn = (address: string) => /[0-9a-f-]{36}/.exec(address)?.[0] ?? '';

test('one visit, from sign-up to the audit trail, through three portals', async ({ open }) => {
  test.setTimeout(240_000);
  const person = newPerson();
  const name = `${person.firstName} ${person.lastName}`;
  const patient = await open();
  const [staff, stranger, otherDoctor, admin] = [
    await open('doctor'),
    await open('otherPatient'),
    await open('otherDoctor'),
    await open('admin'),
  ];
  let visitPath = '';
  let recordPaths: string[] = [];
  let chart = '';

  await test.step('a new patient signs up, confirms the address and signs in', async () => {
    await signUp(patient, person);
    await signInAs(patient, person);
    await visit(patient, paths.patient.home);
    await visit(patient, paths.patient.records);
    await expect(patient.getByText('No records yet')).toBeVisible();
  });

  await test.step('sets up an authenticator app and signs in with its code', async () => {
    const app = await enrol(patient, person);
    await signOut(patient);
    await patient.goto(paths.signIn);
    await enterPassword(patient, person.email, person.password);
    await patient.waitForURL((url) => url.pathname === paths.signInCode);
    await expectAccessible(patient);
    await enterCode(patient, await app.code());
    await patient.waitForURL((url) => url.pathname === paths.patient.home);
  });

  await test.step('books one of the offered times; the same time is then taken', async () => {
    await chooseDay(patient, doctor);
    await stranger.goto(patient.url());
    const time = (await freeTimes(patient).last().textContent()) ?? '';
    await freeTimes(patient).last().click();
    await expect(patient.getByRole('button', { name: 'Book this visit' })).toBeVisible();
    await stranger.getByRole('button', { name: time, exact: true }).click();
    await expect(stranger.getByRole('main').getByRole('alert')).toContainText(
      'That time has just been taken',
    );
    await expect(
      stranger.getByRole('region', { name: 'The nearest free times' }).getByRole('button'),
    ).toHaveCount(3);
    await expectAccessible(stranger);
    visitPath = await book(patient, 'Tired for weeks');
    await visit(patient, visitPath);
    await expect(patient.getByText('Tired for weeks')).toBeVisible();
  });

  await test.step('the doctor finds the visit and the patient', async () => {
    await visit(staff, paths.doctor.day);
    await visit(staff, paths.doctor.visit(idIn(visitPath)));
    await expect(staff.getByRole('main')).toContainText(name);
    await staff.getByRole('main').getByRole('link', { name }).click();
    await staff.waitForURL(/\/doctor\/patients\/[0-9a-f-]{36}$/);
    chart = new URL(staff.url()).pathname;
    await visit(staff, chart);
    await expect(staff.getByText('None recorded.')).toBeVisible();
  });

  await test.step('writes a diagnosis, a prescription and a test result', async () => {
    const patientId = idIn(chart);
    await visit(staff, paths.doctor.newRecord(patientId, 'diagnosis'));
    await writeRecord(staff, 'Add diagnosis', { Diagnosis: 'Iron deficiency <mild>' });
    await visit(staff, paths.doctor.newRecord(patientId, 'prescription'));
    await writeRecord(staff, 'Add prescription', {
      'Medicine and strength': 'Ferrous sulfate 200 mg tablet',
      'How to take it': '1 tablet every morning',
    });
    await visit(staff, paths.doctor.newRecord(patientId, 'lab_result'));
    await writeRecord(staff, 'Add test result', {
      Test: 'Ferritin',
      Value: '9.50',
      Unit: 'ug/L',
      From: '15',
      To: '150',
      'What the laboratory says': 'L',
    });
  });

  await test.step('the patient sees them at once', async () => {
    await visit(patient, paths.patient.records);
    const main = patient.getByRole('main');
    for (const title of ['Iron deficiency <mild>', 'Ferrous sulfate 200 mg tablet', 'Ferritin']) {
      await expect(main).toContainText(title);
    }
    recordPaths = await hrefsOf(patient, /^\/patient\/records\/[0-9a-f-]{36}$/);
    expect(recordPaths).toHaveLength(3);
    for (const address of recordPaths) await visit(patient, address);
    await patient.goto(paths.patient.recordsOf({ group: 'results' }));
    await main.getByRole('link', { name: /Ferritin/ }).click();
    await expect(patient.getByRole('heading', { level: 1 })).toContainText('Ferritin');
    for (const words of ['9.50', '15', '150', 'Low']) await expect(main).toContainText(words);
  });

  await test.step('nobody else does, and is not told that there is anything', async () => {
    const [first = ''] = recordPaths;
    const missing = await mainOf(stranger, paths.patient.record(unknownId));
    expect(await mainOf(stranger, first)).toBe(missing);
    const recordId = idIn(first);
    const unknown = await mainOf(otherDoctor, paths.doctor.patient(unknownId));
    expect(await mainOf(otherDoctor, chart)).toBe(unknown);
    expect(await mainOf(otherDoctor, paths.doctor.record(idIn(chart), recordId))).toBe(unknown);
    expect(await mainOf(otherDoctor, paths.doctor.visit(idIn(visitPath)))).toBe(unknown);
  });

  await test.step('an admin reads each step in the audit log and opens nothing clinical', async () => {
    await visit(admin, paths.admin.audit);
    const who = `${person.firstName} ${person.lastName}`;
    const steps = [
      ['SIGNUP', 'Signed up', null],
      ['VERIFY_EMAIL', 'Confirmed e-mail', who],
      ['LOGIN', 'Signed in', who],
      ['CONFIRM_FACTOR', 'Confirmed second factor', who],
      ['CREATE_APPOINTMENT', 'Booked visit', who],
      ['CREATE_RECORD', 'Added record', nameOf(account('doctor').email)],
      ['VIEW_RECORD', 'Opened record', who],
    ] as const;
    for (const [action, words, name] of steps) {
      await admin.goto(paths.admin.auditOf({ action }));
      const row = admin
        .getByRole('row')
        .filter({ hasText: words })
        .filter({ hasText: name ?? '' });
      await expect(row.first(), action).toBeVisible();
      await expect(row.first(), `${action} says from where`).toContainText(/127\.0\.0\.1|::1/);
    }
    await admin.goto(paths.admin.auditOf({ action: 'VIEW_RECORD', outcome: 'denied' }));
    await expect(admin.getByRole('row').filter({ hasText: 'Denied' }).first()).toBeVisible();
    await visit(admin, recordPaths[0] ?? '', 403);
    await visit(admin, chart, 403);
  });
});

/** The demo's addresses are made of names. */
const nameOf = (email: string) =>
  email
    .slice(0, email.indexOf('@'))
    .replace(/(^|\.)(\w)/g, (_, dot, letter) => `${dot && ' '}${letter.toUpperCase()}`);

async function hrefsOf(page: Page, pattern: RegExp): Promise<string[]> {
  const all = await page
    .getByRole('main')
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  return [...new Set(all.filter((href) => pattern.test(href)))];
}

/** All that a page which is not there says. */
async function mainOf(page: Page, address: string): Promise<string> {
  await visit(page, address, 404);
  return page.getByRole('main').innerText();
}
