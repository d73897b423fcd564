import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRecord } from '#lib/operations/records/create';
import { getRecord } from '#lib/operations/records/get';
import { listChartRecords } from '#lib/operations/records/list';
import {
  createAdmin,
  createDoctor,
  createPatient,
  createSite,
  type DoctorPerson,
  type PatientPerson,
  type Person,
  relate,
} from '../../factories/care';
import { openClinic, type TestClinic } from '../../harness/clinic';

let clinic: TestClinic;
let doctor: DoctorPerson;
let stranger: DoctorPerson;
let patient: PatientPerson;
let other: PatientPerson;
let admin: Person;

beforeAll(async () => {
  clinic = await openClinic();
  const site = await createSite(clinic.clock);
  doctor = await createDoctor(clinic.clock, site);
  stranger = await createDoctor(clinic.clock, site);
  patient = await createPatient(clinic.clock, site);
  other = await createPatient(clinic.clock, site);
  admin = await createAdmin(clinic.clock);
  await relate(clinic.clock, patient, doctor);
});
afterAll(() => clinic.close());

const diagnosis = (text: string) => ({
  patient_id: patient.id,
  record_type: 'diagnosis' as const,
  content: { text },
});

describe('writing and reading', () => {
  it('gives the patient and the doctor what was written', async () => {
    const written = await doctor.call(createRecord, diagnosis('Essential hypertension'));
    expect(written).toMatchObject({ version: 1, doctor_id: doctor.id, doctor_name: 'Dr Amara Okafor' });
    expect(written.can.amend.allowed).toBe(true);
    const read = await patient.call(getRecord, { id: written.id });
    expect(read).toMatchObject({ content: { text: 'Essential hypertension' } });
    expect(read.can.amend).toEqual({ allowed: false, reason: 'not_permitted' });
    const list = await patient.call(listChartRecords, {});
    expect(list.items.map((item) => item.id)).toContain(written.id);
  });
});
