import type { Page } from 'playwright/test';
import { paths } from '#lib/platform/paths';
import { signInAs, signUp } from './account-steps';
import { book, chooseTime, writeRecord } from './clinic-steps';
import { newPerson } from './person';
import { expect, test } from './test';
import { expectAccessible, visit } from './visit';

const idIn = (address: string) => /[0-9a-f-]{36}/.exec(address)?.[0] ?? '';
const medicine = 'Sertraline 50 mg tablet';
const diagnosis = 'Chronic headache';

/** The queue's line of this patient. */
async function openRequest(staff: Page, address: string, title: string, name: string): Promise<void> {
  await visit(staff, address);
  const row = staff.getByRole('row').filter({ hasText: title }).filter({ hasText: name });
  await row.getByRole('link', { name: title }).click();
  await staff.waitForURL(/\/doctor\/requests\/\w+\/[0-9a-f-]{36}$/);
  await expectAccessible(staff);
}

const says = (page: Page, ...words: string[]) =>
  Promise.all(words.map((word) => expect(page.getByRole('main')).toContainText(word)));

test('a refill and a correction, from the patient to the doctor and back', async ({ open }) => {
  test.setTimeout(240_000);
  const person = newPerson('Ronja');
  const name = `${person.firstName} ${person.lastName}`;
  const [patient, staff] = [await open(), await open('doctor')];
  const main = patient.getByRole('main');
  let patientId = '';
  let record = '';

  await test.step('the doctor has written a prescription and a diagnosis', async () => {
    await signUp(patient, person);
    await signInAs(patient, person);
    await visit(patient, paths.patient.medications);
    await says(patient, 'No current medicines');
    await visit(patient, paths.patient.requests);
    await chooseTime(patient, 'Amara Okafor');
    const own = await book(patient, 'Headache');
    await staff.goto(paths.doctor.visit(idIn(own)));
    await staff.getByRole('main').getByRole('link', { name }).click();
    await staff.waitForURL(/\/doctor\/patients\/[0-9a-f-]{36}$/);
    patientId = idIn(staff.url());
    await staff.goto(paths.doctor.newRecord(patientId, 'prescription'));
    await writeRecord(staff, 'Add prescription', {
      'Medicine and strength': medicine,
      'How to take it': '1 tablet every morning',
    });
    await staff.goto(paths.doctor.newRecord(patientId, 'diagnosis'));
    await writeRecord(staff, 'Add diagnosis', { Diagnosis: diagnosis });
  });

  await test.step('the patient asks for a refill and sees that it waits', async () => {
    await visit(patient, paths.patient.medications);
    await says(patient, medicine, '1 tablet every morning');
    await main.getByRole('link', { name: `Ask for a refill of ${medicine}` }).click();
    await patient.getByRole('textbox', { name: /Is there anything/ }).fill('Enough for five days');
    await expectAccessible(patient);
    await patient.getByRole('button', { name: 'Ask for it' }).click();
    await patient.waitForURL(/\/patient\/requests\?done=asked$/);
    await says(patient, 'Sent. You get a mail', medicine, 'Waiting for an answer');
    await visit(patient, paths.patient.medications);
    await says(patient, 'You asked for a refill on');
    await expect(main.getByRole('link', { name: /^Ask for a refill of/ })).toHaveCount(0);
  });

  await test.step('the doctor decides beside the prescription and what the patient is allergic to', async () => {
    await visit(staff, paths.doctor.day);
    await expect(staff.getByRole('region', { name: 'Requests' })).toContainText('to decide');
    await openRequest(staff, paths.doctor.requests, medicine, name);
    await says(staff, 'Enough for five days', '1 tablet every morning', 'Allergies');
    await staff.getByRole('radio', { name: /^Deny/ }).check();
    await staff.getByRole('button', { name: 'Send the decision' }).click();
    await expect(staff.getByRole('main').getByRole('alert')).toContainText('Fill in this field');
    await staff.getByRole('radio', { name: /^Approve/ }).check();
    await staff.getByRole('textbox', { name: 'What you say to the patient' }).fill('See you in spring');
    await staff.getByRole('button', { name: 'Send the decision' }).click();
    await staff.waitForURL(/\/doctor\/requests\?done=approved$/);
    await says(staff, 'Approved. The new prescription is in the chart');
  });

  await test.step('the patient sees the answer, and the medicine once', async () => {
    await visit(patient, paths.patient.requests);
    await main.getByRole('link', { name: new RegExp(medicine) }).click();
    await patient.waitForURL(/\/patient\/requests\/refills\//);
    await says(patient, 'Approved', 'See you in spring', 'Amara Okafor');
    await expectAccessible(patient);
    await patient.getByRole('link', { name: 'See the new prescription' }).click();
    await patient.waitForURL(/\/patient\/records\//);
    await patient.goto(paths.patient.medications);
    await expect(main.getByRole('link', { name: `Ask for a refill of ${medicine}` })).toHaveCount(1);
    await says(patient, 'Completed');
  });

  await test.step('the patient asks for a correction; the doctor makes it beside the request', async () => {
    await patient.goto(paths.patient.recordsOf({ group: 'problems' }));
    await main.getByRole('link', { name: new RegExp(diagnosis) }).click();
    await patient.waitForURL(/\/patient\/records\/[0-9a-f-]{36}$/);
    record = new URL(patient.url()).pathname;
    await askCorrection(patient, record);
    await openRequest(staff, paths.doctor.requestsOf({ show: 'corrections' }), diagnosis, name);
    await says(staff, 'It was twice', 'Headache, twice');
    await staff.getByRole('link', { name: 'Correct the record' }).click();
    await staff.waitForURL(/\/correct$/);
    await says(staff, 'Headache, twice');
    await expectAccessible(staff);
    await staff.getByRole('combobox', { name: 'Diagnosis' }).fill('Headache, twice');
    await staff.getByRole('textbox', { name: 'Reason for the change' }).fill('The patient has said so');
    await staff.getByRole('button', { name: 'Save new version' }).click();
    await staff.waitForURL(/\/doctor\/requests\?show=corrections&done=accepted$/);
    await visit(patient, record);
    await says(patient, 'Headache, twice', 'Corrected', 'The patient has said so');
  });

  await test.step('denied, the patient’s statement stands with the record', async () => {
    await askCorrection(patient, record);
    await openRequest(staff, paths.doctor.requestsOf({ show: 'corrections' }), 'Headache, twice', name);
    await staff.getByRole('textbox', { name: 'Why the record stays as it is' }).fill('It is what we saw');
    await staff.getByRole('button', { name: 'Deny the correction' }).click();
    await staff.waitForURL(/\/doctor\/requests\?show=corrections&done=denied$/);
    await visit(patient, paths.patient.requests);
    await main.getByRole('link', { name: /Headache, twice.*Denied/ }).click();
    await patient.waitForURL(/\/patient\/requests\/corrections\//);
    await says(patient, 'It is what we saw');
    await patient.getByRole('textbox', { name: 'Your statement' }).fill('I know better');
    await expectAccessible(patient);
    await patient.getByRole('button', { name: 'Add my statement' }).click();
    await patient.waitForURL(/done=disagreed$/);
    await visit(staff, paths.doctor.record(patientId, idIn(record)));
    await says(staff, 'The patient’s statement', 'I know better');
  });
});

async function askCorrection(patient: Page, record: string): Promise<void> {
  await patient.goto(record);
  await patient.getByRole('link', { name: 'Ask for a correction' }).click();
  await patient.waitForURL(/\/correction$/);
  await expectAccessible(patient);
  await patient.getByRole('textbox', { name: 'What is wrong with it?' }).fill('It was twice');
  await patient.getByRole('textbox', { name: 'What should stand there instead?' }).fill('Headache, twice');
  await patient.getByRole('button', { name: 'Send to the doctor' }).click();
  await patient.waitForURL(/\/patient\/requests\?done=asked$/);
}

test('a patient reports a blood pressure and an allergy without script, and corrects it', async ({
  open,
}) => {
  const page = await open('patient', { javaScriptEnabled: false });
  const staff = await open('doctor');
  const main = page.getByRole('main');
  await page.goto(paths.patient.health);
  await main.getByRole('link', { name: 'Blood pressure', exact: true }).click();
  await page.getByLabel('Upper number').fill('1200');
  await page.getByLabel('Lower number').fill('80');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(main.getByRole('alert')).toContainText('This is outside what can be measured');
  await expect(page.getByLabel('Upper number')).toHaveValue('1200');
  await page.getByLabel('Upper number').fill('127');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.waitForURL(/\/patient\/health\?done=added$/);
  await says(page, '127/80 mmHg', 'Reported by you');
  await main
    .getByRole('link', { name: /127\/80/ })
    .first()
    .click();
  await page.getByRole('link', { name: 'Correct' }).click();
  await page.getByLabel('Upper number').fill('126');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.waitForURL(/\?done=amended$/);
  await page.goto(paths.patient.health);
  await says(page, '126/80 mmHg');

  await page.goto(paths.patient.addHealth('allergy'));
  await page.getByLabel('What are you allergic to?').fill('Latex gloves');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.waitForURL(/\/patient\/health\?done=added$/);
  await main
    .getByRole('link', { name: /Latex gloves/ })
    .first()
    .click();
  await page.waitForURL(/\/patient\/records\//);
  await says(page, 'Reported by you', 'This has not been confirmed');
  const id = idIn(page.url());

  await staff.goto(paths.doctor.patients);
  await staff
    .getByRole('main')
    .getByRole('link', { name: /Vargas/ })
    .first()
    .click();
  await staff.waitForURL(/\/doctor\/patients\/[0-9a-f-]{36}$/);
  await visit(staff, paths.doctor.record(idIn(staff.url()), id));
  await says(staff, 'Reported by the patient');
  await staff.getByRole('button', { name: 'Confirm this allergy' }).click();
  await staff.waitForURL(/done=confirmed$/);
  await page.goto(paths.patient.record(id));
  await expect(main).not.toContainText('This has not been confirmed');
});
