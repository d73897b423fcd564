import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { amendRecord } from '#lib/operations/records/amend';
import { createRecord } from '#lib/operations/records/create';
import { reportRecord } from '#lib/operations/records/report';
import {
  createDoctor,
  createPatient,
  createSite,
  type DoctorPerson,
  type PatientPerson,
  relate,
} from '../../factories/care';
import { labText, receive } from '../../factories/results';
import { openClinic, type TestClinic } from '../../harness/clinic';

let clinic: TestClinic;
let doctor: DoctorPerson;
let patient: PatientPerson;

beforeAll(async () => {
  clinic = await openClinic();
  const site = await createSite(clinic.clock);
  doctor = await createDoctor(clinic.clock, site);
  patient = await createPatient(clinic.clock, site);
  await relate(clinic.clock, patient, doctor);
});
afterAll(() => clinic.close());

const loinc = 'http://loinc.org';
const potassium = { text: 'Potassium', code: '2823-3', code_system: loinc, value: '4.4' };
const weight = { text: 'Weight', code: '29463-7', code_system: loinc, value: '70' };
const wordsOnly = { text: 'Something', value: '4.4' };
const lab = (content: object) => ({ patient_id: patient.id, record_type: 'lab_result', content }) as never;
const refused = (code: string) => ({
  code: 'validation_failed',
  facts: { errors: [expect.objectContaining({ path: 'content.unit', code })] },
});

describe('a unit', () => {
  it.each([
    ['lab_result', { ...potassium, unit: 'kg' }, 'unfit_unit'],
    ['lab_result', { ...potassium, unit: '<b>µ' }, 'unknown_unit'],
    ['lab_result', { ...wordsOnly, unit: 'MG/DL' }, 'miswritten_unit'],
    ['vital_sign', { ...weight, unit: 'mmol/L' }, 'unfit_unit'],
  ])('of a new %s that is none, or cannot be, is refused: %j', async (record_type, content, code) => {
    const wish = { patient_id: patient.id, record_type, content } as never;
    expect(await doctor.refusal(createRecord, wish)).toMatchObject(refused(code));
  });

  it.each([
    { ...potassium, unit: 'mmol/L' },
    { ...potassium, unit: 'meq/L' },
    // Counted in grams by its code, and in moles by half of the world.
    { text: 'Glucose', code: '2345-7', code_system: loinc, value: '5.50', unit: 'mmol/L' },
    { ...wordsOnly, unit: 'kg' },
    { ...wordsOnly, unit: '{score}' },
    wordsOnly,
  ])('that fits is taken: %j', async (content) => {
    expect(await doctor.call(createRecord, lab(content))).toMatchObject({ content });
  });

  it('is held to the rule by a correction as well, and by the code that is put beside it', async () => {
    const { id } = await doctor.call(createRecord, lab({ ...potassium, unit: 'mmol/L' }));
    const change = (content: Record<string, unknown>) => doctor.refusal(amendRecord, { id, content });
    expect(await change({ ...potassium, unit: 'kg' })).toMatchObject(refused('unfit_unit'));
    expect(await change({ ...potassium, unit: 'furlong' })).toMatchObject(refused('unknown_unit'));
    const other = { ...potassium, code: '718-7', text: 'Haemoglobin', unit: 'mmol/L' };
    expect(await change({ ...other, code: '29463-7' })).toMatchObject(refused('unfit_unit'));
  });

  it.each(['x10^9/L', 'kg'])('as it was received, %s, stands in the way of no correction', async (unit) => {
    const [id = ''] = await receive(clinic, patient, labText(clinic, { unit }));
    const content = { ...potassium, value: '4.5', unit };
    expect(await doctor.call(amendRecord, { id, content })).toMatchObject({
      content: { value: '4.5', unit },
    });
  });

  it('that a patient reports is one of the few of the form', async () => {
    const wish = { kind: 'weight', content: { value: '70', unit: 'mmol/L' } } as const;
    expect(await patient.refusal(reportRecord, wish)).toMatchObject({
      code: 'validation_failed',
      facts: { errors: [expect.objectContaining({ path: 'content.unit' })] },
    });
  });
});
