import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { resourceValidator } from '#lib/fhir/validate';
import { carryOutImport } from '#lib/jobs/handlers/carry-out-imports';
import { cancelImport } from '#lib/operations/imports/cancel';
import { createImport } from '#lib/operations/imports/create';
import { createClinicImport } from '#lib/operations/imports/create-for-clinic';
import { getImport } from '#lib/operations/imports/get';
import { listImports } from '#lib/operations/imports/list';
import { getPatient } from '#lib/operations/patients/get';
import { listChartRecords } from '#lib/operations/records/list';
import { readFhirDefinitions } from '#lib/platform/fhir-definitions';
import type { Id } from '#lib/platform/ids';
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
import { visitor } from '../../factories/visitor';
import { asRole } from '../../harness/as-role';
import { openClinic, type TestClinic } from '../../harness/clinic';
import { bundle, conditionOf, content } from './bundles';

let clinic: TestClinic;
let doctor: DoctorPerson;
let admin: Person;
let patient: PatientPerson;
let siteId: Id<'clinics'>;
const validate = resourceValidator(readFhirDefinitions);

beforeAll(async () => {
  clinic = await openClinic();
  siteId = await createSite(clinic.clock);
  doctor = await createDoctor(clinic.clock, siteId);
  admin = await createAdmin(clinic.clock);
}, 60_000);
afterAll(() => clinic.close());
beforeEach(async () => {
  patient = await createPatient(clinic.clock, siteId, 'Ida Ek');
  await relate(clinic.clock, patient, doctor);
});

const carryOut = (id: string) => carryOutImport(id as Id<'imports'>, clinic.clock, validate);
/** A doctor's upload into the chart of this test, carried out. */
async function upload(text: string) {
  const { id } = await doctor.call(createImport, { content: content(text), patient_id: patient.id });
  await carryOut(id);
  return doctor.call(getImport, { id });
}

const records = async () =>
  (await doctor.call(listChartRecords, { patient_id: patient.id, page_size: 100 })).items;

const count = (table: string) =>
  asRole(clinic.database.superuserUrl, async (sql) => {
    const [row] = await sql`select count(*)::int as rows from ${sql(table)}`;
    return Number(row?.rows);
  });

describe('whose chart it is', () => {
  const refused = { code: 'not_found' };

  it('is found by where its records came from, among those that the doctor sees', async () => {
    await upload(bundle());
    const stranger = await createDoctor(clinic.clock, siteId);
    const again = bundle({ conditions: 4 });
    await expect(stranger.call(createImport, { content: content(again) })).rejects.toMatchObject(refused);
    await expect(
      stranger.call(createImport, { content: content(again), patient_id: patient.id }),
    ).rejects.toMatchObject(refused);
    // The same records in a second chart that this doctor sees: nobody can say which is meant.
    const twin = await createPatient(clinic.clock, siteId, 'Ida Ek');
    await relate(clinic.clock, twin, doctor);
    const { id } = await doctor.call(createImport, { content: content(bundle()), patient_id: twin.id });
    await carryOut(id);
    await expect(doctor.call(createImport, { content: content(again) })).rejects.toMatchObject(refused);
    await relate(clinic.clock, patient, stranger);
    expect(await stranger.call(createImport, { content: content(again) })).toMatchObject({
      patient_id: patient.id,
    });
  });

  it('is not another person, by the date of birth', async () => {
    const asked = { content: content(bundle({ born: '1981-05-17' })), patient_id: patient.id };
    await expect(doctor.call(createImport, asked)).rejects.toMatchObject({
      code: 'validation_failed',
      facts: { errors: [{ path: 'Bundle.entry[0].resource.birthDate', code: 'other_person' }] },
    });
  });

  it('is new, for an admin, who sees numbers; and whom they name treats the patient from then on', async () => {
    const text = bundle().replaceAll('-4222-8222-', '-4222-9222-').replaceAll('11111111-', '33333333-');
    const { id } = await admin.call(createClinicImport, {
      content: content(text),
      doctor_email: doctor.account.email,
    });
    await carryOut(id);
    const ended = await admin.call(getImport, { id });
    expect(ended).toMatchObject({ state: 'done', added: 4, known: 0 });
    expect(JSON.stringify(ended)).not.toContain('Finding');
    const chart = await doctor.call(getPatient, { id: String(ended.patient_id) });
    expect(chart).toMatchObject({ legal_name: 'Ida Ek', birth_date: '1980-05-17' });
    const again = await admin.call(createClinicImport, { content: content(text) });
    await carryOut(again.id);
    expect(await admin.call(getImport, { id: again.id })).toMatchObject({ added: 0, known: 4 });
  });

  it("is nobody's without a patient", async () => {
    const single = JSON.stringify({ ...conditionOf(1), subject: undefined });
    await expect(admin.call(createClinicImport, { content: content(single) })).rejects.toMatchObject({
      facts: { errors: [{ path: 'Bundle', code: 'no_patient' }] },
    });
  });
});

describe('the report', () => {
  it('is for who made it, and an import that waits is stopped by its maker alone', async () => {
    const { id } = await doctor.call(createImport, { content: content(bundle()), patient_id: patient.id });
    const other = await createDoctor(clinic.clock, siteId);
    await expect(other.call(getImport, { id })).rejects.toMatchObject({ code: 'not_found' });
    await expect(other.call(cancelImport, { id })).rejects.toMatchObject({ code: 'not_found' });
    expect((await other.call(listImports, {})).total).toBe(0);
    // What a doctor imports into one chart is nothing for an admin.
    await expect(admin.call(cancelImport, { id })).rejects.toMatchObject({ code: 'not_found' });
    await doctor.call(cancelImport, { id });
    await carryOut(id);
    expect(await doctor.call(getImport, { id })).toMatchObject({ state: 'cancelled', added: 0 });
    expect(await records()).toEqual([]);
    await expect(doctor.call(cancelImport, { id })).rejects.toMatchObject({ code: 'conflict' });
  });

  it('of an upload that cannot be understood is the answer, with its place, and nothing is kept', async () => {
    const before = await count('imports');
    const cut = bundle().slice(0, -40);
    await expect(
      doctor.call(createImport, { content: content(cut), patient_id: patient.id }),
    ).rejects.toMatchObject({
      code: 'validation_failed',
      facts: { errors: [{ path: 'Bundle.entry[3]', code: 'truncated' }] },
    });
    expect(await count('imports')).toBe(before);
  });
});

it('ten thousand entries wait in small runs', async () => {
  const { id } = await doctor.call(createImport, {
    content: content(bundle({ type: 'collection', conditions: 9_999 }), 65_536),
    patient_id: patient.id,
  });
  const [largest] = await asRole(
    clinic.database.superuserUrl,
    (sql) => sql`select max(entries) as entries, max(length(content)) as bytes, count(*)::int as runs
                   from import_chunks where import_id = ${id}`,
  );
  expect(largest).toMatchObject({ entries: 100, runs: 100 });
  expect(largest?.bytes).toBeLessThan(300_000);
  await doctor.call(cancelImport, { id });
}, 60_000);

it('a job other than the import neither reads what waits nor finishes it', async () => {
  const purge = visitor(clinic.clock, { kind: 'system', job: 'purge' });
  await expect(purge.call(listImports, {})).rejects.toMatchObject({ code: 'forbidden' });
});
