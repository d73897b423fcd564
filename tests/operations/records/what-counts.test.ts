import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { getRecord } from '#lib/operations/records/get';
import { summariseRecords } from '#lib/operations/records/summarise';
import { getResultCourse } from '#lib/operations/results/course';
import { listResults } from '#lib/operations/results/list';
import {
  createDoctor,
  createPatient,
  createSite,
  type DoctorPerson,
  type PatientPerson,
  relate,
} from '../../factories/care';
import { labText, receive, stateOf } from '../../factories/results';
import { openClinic, type TestClinic } from '../../harness/clinic';

let clinic: TestClinic;
let doctor: DoctorPerson;
let patient: PatientPerson;

beforeAll(async () => {
  clinic = await openClinic();
});
afterAll(() => clinic.close());
beforeEach(async () => {
  const site = await createSite(clinic.clock);
  doctor = await createDoctor(clinic.clock, site);
  patient = await createPatient(clinic.clock, site);
  await relate(clinic.clock, patient, doctor);
});

const prescription = (text: string, more: object = {}) =>
  JSON.stringify({
    ...{ resourceType: 'MedicationRequest', status: 'active', intent: 'order' },
    medicationCodeableConcept: { text },
    authoredOn: '2026-01-05',
    ...more,
  });

describe('a medicine', () => {
  it('is one to take by an order alone; what is forbidden or planned stands apart with its words', async () => {
    await receive(
      clinic,
      patient,
      prescription('Ramipril'),
      prescription('Aspirin', { doNotPerform: true }),
      prescription('Statin', { intent: 'proposal' }),
      prescription('Metformin', { intent: 'plan' }),
    );
    for (const each of [patient, doctor]) {
      const { medicines, not_taken } = await each.call(summariseRecords, { patient_id: patient.id });
      expect(medicines.map(({ title }) => title)).toEqual(['Ramipril']);
      expect(Object.fromEntries(not_taken.map(({ title, warnings }) => [title, warnings]))).toEqual({
        Aspirin: ['do_not_take'],
        Statin: ['not_an_order'],
        Metformin: ['not_an_order'],
      });
    }
  });
});

describe('a result that was cancelled', () => {
  it('is no newest, no point of a trend, has no flag, and asks nobody to look at it', async () => {
    const [first, second, cancelled = ''] = await receive(
      clinic,
      patient,
      labText(clinic, { days: 5, value: 4.1 }),
      labText(clinic, { days: 3, value: 4.2 }),
      labText(clinic, { days: 1, value: 9.9, flag: 'HH', status: 'cancelled' }),
    );
    const record = await patient.call(getRecord, { id: cancelled });
    expect(record).toMatchObject({ status: 'cancelled', warnings: ['cancelled'], flag: null });
    expect(await stateOf(clinic, cancelled)).toMatchObject({ review: 'none' });
    const newest = (await patient.call(summariseRecords, {})).results;
    const tests = (await patient.call(listResults, {})).items;
    for (const found of [newest, tests])
      expect(found.map(({ record: { id }, previous }) => [id, previous?.id])).toEqual([[second, first]]);
    const { series } = await patient.call(getResultCourse, { id: String(second) });
    expect(series.map(({ points }) => points.map(({ record: { id } }) => id))).toEqual([[first, second]]);
  });

  it('one that is preliminary is shown, and says so', async () => {
    await receive(clinic, patient, labText(clinic, { status: 'preliminary' }));
    const { items } = await patient.call(listResults, {});
    expect(items.map(({ record }) => record.warnings)).toEqual([['preliminary']]);
  });
});
