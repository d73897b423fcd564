import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { resourceValidator } from '#lib/fhir/validate';
import { carryOutImport } from '#lib/jobs/handlers/carry-out-imports';
import { createImport } from '#lib/operations/imports/create';
import { getImport } from '#lib/operations/imports/get';
import { amendRecord } from '#lib/operations/records/amend';
import { listChartRecords } from '#lib/operations/records/list';
import { readFhirDefinitions } from '#lib/platform/fhir-definitions';
import type { Id } from '#lib/platform/ids';
import {
  createDoctor,
  createPatient,
  createSite,
  type DoctorPerson,
  type PatientPerson,
  relate,
} from '../../factories/care';
import { asRole } from '../../harness/as-role';
import { openClinic, type TestClinic } from '../../harness/clinic';
import { conditionOf, content } from './bundles';
import { lines, rowsOf, upload } from './uploads';

let clinic: TestClinic;
let site: Id<'clinics'>;
let doctor: DoctorPerson;
let consultant: DoctorPerson;
let patient: PatientPerson;

beforeAll(async () => {
  clinic = await openClinic();
  site = await createSite(clinic.clock);
  doctor = await createDoctor(clinic.clock, site);
  consultant = await createDoctor(clinic.clock, site);
}, 60_000);
afterAll(() => clinic.close());
beforeEach(async () => {
  patient = await createPatient(clinic.clock, site, 'Ida Ek');
  await relate(clinic.clock, patient, doctor);
  await relate(clinic.clock, patient, consultant, 'consulting');
});

const condition = (more: object = {}) => ({
  ...conditionOf(1),
  subject: { reference: 'Patient/ek' },
  ...more,
});
const label = { system: 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality', code: 'R' };
const restricted = { meta: { security: [label] } };

describe('what a consulting doctor cannot see', () => {
  it('neither changes by what they upload nor tells that it is there', async () => {
    await upload(clinic, doctor, patient, lines(condition(restricted)));
    const [hidden] = await rowsOf(clinic, patient);
    const theirs = lines(condition({ code: { text: 'Another view' } }));
    const counts = { added: 1, known: 0, updated: 0, rejected: 0, issues: [] };
    expect(await upload(clinic, consultant, patient, theirs)).toMatchObject(counts);
    expect(await upload(clinic, consultant, patient, theirs)).toMatchObject({ added: 0, known: 1 });
    const changed = lines(condition({ code: { text: 'A third' } }));
    expect(await upload(clinic, consultant, patient, changed)).toMatchObject({ added: 0, updated: 1 });
    expect((await rowsOf(clinic, patient))[0]).toEqual(hidden);
    const seen = await consultant.call(listChartRecords, { patient_id: patient.id });
    expect(seen.items.map(({ title }) => title)).toEqual(['A third']);
  });

  it('nor does a text that names no source', async () => {
    const anonymous = lines({ ...condition(), id: undefined });
    await upload(clinic, doctor, patient, anonymous);
    const [row] = await rowsOf(clinic, patient);
    const amended = { content: { text: 'Said by us', clinical_status: 'active' }, reason: 'Not for all' };
    await doctor.call(amendRecord, { id: String(row?.id), ...amended, restricted: true });
    expect(await upload(clinic, consultant, patient, anonymous)).toMatchObject({ added: 1, known: 0 });
    expect(await upload(clinic, consultant, patient, anonymous)).toMatchObject({ added: 0, known: 1 });
  });

  it('they do not write either', async () => {
    const ended = await upload(clinic, consultant, patient, lines(condition(restricted)));
    expect(ended).toMatchObject({ added: 0, rejected: 1 });
    expect(ended.issues).toEqual([
      { position: 0, path: 'Resource[0].meta.security', code: 'restricted_unseen', severity: 'error' },
    ]);
  });
});

it('what a doctor has uploaded is not written once they do not treat the patient any more', async () => {
  const { id } = await doctor.call(createImport, {
    content: content(lines(condition())),
    patient_id: patient.id,
  });
  await asRole(clinic.database.superuserUrl, async (sql) => {
    await sql`update care_relationships set valid_until = valid_from + interval '1 microsecond'
               where patient_id = ${patient.id} and practitioner_id = ${doctor.id}`;
  });
  clinic.clock.advance(1);
  await carryOutImport(id as Id<'imports'>, clinic.clock, resourceValidator(readFhirDefinitions));
  const ended = await doctor.call(getImport, { id });
  expect(ended).toMatchObject({ state: 'failed', added: 0 });
  expect(ended.issues).toEqual([{ position: 0, path: 'Bundle', code: 'not_treating', severity: 'error' }]);
  expect(await rowsOf(clinic, patient)).toEqual([]);
});
