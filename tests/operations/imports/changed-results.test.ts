import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { saveReleasePreferences } from '#lib/operations/release-preferences/save';
import { reviewResult } from '#lib/operations/results/review';
import type { Id } from '#lib/platform/ids';
import {
  createDoctor,
  createPatient,
  createSite,
  type DoctorPerson,
  type PatientPerson,
  relate,
} from '../../factories/care';
import { labText, stateOf } from '../../factories/results';
import { openClinic, type TestClinic } from '../../harness/clinic';
import { mailsTo } from '../../harness/mails';
import { rowsOf, upload } from './uploads';

let clinic: TestClinic;
let site: Id<'clinics'>;
let doctor: DoctorPerson;
let patient: PatientPerson;

beforeAll(async () => {
  clinic = await openClinic();
  site = await createSite(clinic.clock);
  doctor = await createDoctor(clinic.clock, site);
}, 60_000);
afterAll(() => clinic.close());
beforeEach(async () => {
  patient = await createPatient(clinic.clock, site, 'Ida Ek');
  await relate(clinic.clock, patient, doctor);
});

type Lab = NonNullable<Parameters<typeof labText>[1]>;

/** The same result as its laboratory has it now; what the database holds of it then. */
async function send(lab: Lab, more: object = {}) {
  const text = JSON.stringify({ ...JSON.parse(labText(clinic, lab)), id: 'potassium', ...more });
  await upload(clinic, doctor, patient, text);
  const [row] = await rowsOf(clinic, patient);
  return { id: String(row?.id), ...(await stateOf(clinic, String(row?.id))) };
}
const review = (id: string) => doctor.call(reviewResult, { id });
const mails = async () => (await mailsTo(clinic.database.superuserUrl, patient.account.email)).length;

it('a value that its laboratory has changed is looked at again, and its patient is told', async () => {
  const { id } = await send({ value: 4.4 });
  await review(id);
  expect(await mails()).toBe(1);
  expect(await send({ value: 5.6 })).toMatchObject({ review: 'pending', release: 'released' });
  expect(await mails()).toBe(2);
});

it('what says the same in other words is no news', async () => {
  const { id } = await send({});
  await review(id);
  expect(await send({}, { issued: clinic.clock.now().toString() })).toMatchObject({ review: 'done' });
  expect(await mails()).toBe(1);
});

it('a correction of what a doctor has seen is looked at however old it is', async () => {
  const { id } = await send({ value: 4.4 });
  await review(id);
  expect(await send({ value: 5.6, days: 91 })).toMatchObject({ review: 'pending' });
  expect(await mails()).toBe(1);
});

it('history that has been corrected is looked at where it has become critical, and only there', async () => {
  expect(await send({ value: 4.4, days: 200 })).toMatchObject({ review: 'none' });
  expect(await send({ value: 5.6, days: 200 })).toMatchObject({ review: 'none' });
  expect(await send({ value: 7.9, days: 200, flag: 'HH' })).toMatchObject({ review: 'critical' });
});

it('the final result of a preliminary one is released as its patient wishes by then', async () => {
  expect(await send({ status: 'preliminary' })).toMatchObject({ release: 'released' });
  await patient.call(saveReleasePreferences, { blood_and_chemistry: 'ask_first' });
  expect(await send({ status: 'final' })).toMatchObject({ release: 'ask_first' });
});

it('what waits for a comment is asked about, though a preliminary result has been reviewed', async () => {
  const { id } = await send({ status: 'preliminary' });
  await review(id);
  await patient.call(saveReleasePreferences, { blood_and_chemistry: 'with_comment' });
  expect(await send({ status: 'final' })).toMatchObject({ release: 'awaiting_comment', review: 'pending' });
});

it('what the patient has seen of a final result stays seen, and belongs to the category of its new text', async () => {
  await send({});
  await patient.call(saveReleasePreferences, { blood_and_chemistry: 'ask_first', infection: 'ask_first' });
  const changed = await send({ name: 'HIV 1 antibody', code: '7917-8', value: 5.1 });
  expect(changed).toMatchObject({ release: 'released', result_category: 'infection' });
});

it.each([
  ['taking it back', { status: 'entered-in-error' }, {}],
  ['not saying any more what it is', {}, { category: undefined, code: { text: 'Mood' } }],
])('what is withheld is not shown by its source %s', async (_, lab, more) => {
  await patient.call(saveReleasePreferences, { blood_and_chemistry: 'ask_first' });
  await send({});
  expect(await send(lab, more)).toMatchObject({ release: 'ask_first' });
});
