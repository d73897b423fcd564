import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { withActor } from '#db/client';
import { findImport } from '#db/queries/fhir-imports';
import { carryOutImport } from '#lib/jobs/handlers/carry-out-imports';
import { createImport } from '#lib/operations/imports/create';
import { createClinicImport } from '#lib/operations/imports/create-for-clinic';
import { getImport } from '#lib/operations/imports/get';
import { importChart } from '#lib/operations/imports/import-chart';
import { acceptedEntries, surveyEntries } from '#lib/operations/imports/survey';
import { EntryWriter } from '#lib/operations/imports/write-entries';
import { getPatient } from '#lib/operations/patients/get';
import { amendRecord } from '#lib/operations/records/amend';
import { getRecord } from '#lib/operations/records/get';
import { listRecordHistory } from '#lib/operations/records/history';
import { listChartRecords } from '#lib/operations/records/list';
import type { Id } from '#lib/platform/ids';
import { newRequestId } from '#lib/platform/request-id';
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
import { asRole } from '../../harness/as-role';
import { openClinic, type TestClinic } from '../../harness/clinic';
import { conditionOf, content, uuidOf } from './bundles';
import { lines, rowsOf, upload } from './uploads';

let clinic: TestClinic;
let site: Id<'clinics'>;
let admin: Person;
let doctor: DoctorPerson;
let consultant: DoctorPerson;
let patient: PatientPerson;

beforeAll(async () => {
  clinic = await openClinic();
  site = await createSite(clinic.clock);
  admin = await createAdmin(clinic.clock);
  doctor = await createDoctor(clinic.clock, site);
  consultant = await createDoctor(clinic.clock, site);
}, 60_000);
afterAll(() => clinic.close());
beforeEach(async () => {
  patient = await createPatient(clinic.clock, site, 'Ida Ek');
  await relate(clinic.clock, patient, doctor);
  await relate(clinic.clock, patient, consultant, 'consulting');
});

const send = (...resources: readonly object[]) => upload(clinic, doctor, patient, lines(...resources));
const sendAll = (type: string, ...resources: readonly object[]) =>
  upload(clinic, doctor, patient, entries(type, ...resources));
const rows = () => rowsOf(clinic, patient);

const entries = (type: string, ...resources: readonly object[]) =>
  JSON.stringify({
    resourceType: 'Bundle',
    type,
    entry: resources.map((resource, at) => ({
      fullUrl: `urn:uuid:${uuidOf(at + 1)}`,
      resource,
      request: { method: 'POST', url: Object.entries(resource)[0]?.[1] },
    })),
  });

const condition = (more: object = {}) => ({
  ...conditionOf(1),
  subject: { reference: 'Patient/ek' },
  ...more,
});
const observation = (more: object = {}) => ({
  resourceType: 'Observation',
  id: uuidOf(1),
  status: 'final',
  code: { text: 'Mood' },
  valueString: 'good',
  ...more,
});

describe('what is known as one type of resource', () => {
  it('does not become another: the entry is refused, with its place', async () => {
    await sendAll('batch', condition());
    const ended = await sendAll('batch', observation(), condition({ id: uuidOf(2) }));
    expect(ended).toMatchObject({ state: 'done', added: 1, known: 0, updated: 0, rejected: 1 });
    expect(ended.issues).toEqual([
      { position: 0, path: 'Bundle.entry[0].resource', code: 'other_type', severity: 'error' },
    ]);
    expect((await rows()).map((row) => row.resource_type)).toEqual(['Condition', 'Condition']);
    expect((await doctor.call(listChartRecords, { patient_id: patient.id })).total).toBe(2);
  });

  it('keeps the whole of a transaction out', async () => {
    await sendAll('batch', condition());
    const ended = await sendAll('transaction', observation(), condition({ id: uuidOf(2) }));
    expect(ended).toMatchObject({ state: 'failed', added: 0, rejected: 1 });
    expect(await rows()).toHaveLength(1);
  });

  it('gives nobody a patient, where the clinic imports it for a doctor', async () => {
    const person = { resourceType: 'Patient', name: [{ family: 'Ek' }] };
    const about = { subject: { reference: `urn:uuid:${uuidOf(1)}` } };
    const taken = async (...resources: readonly object[]) => {
      const asked = {
        content: content(entries('transaction', person, ...resources)),
        source_system: 'another hospital',
      };
      const { id } = await admin.call(createClinicImport, { ...asked, doctor_email: doctor.account.email });
      await carryOutImport(id as Id<'imports'>, clinic.clock, () => []);
      return admin.call(getImport, { id });
    };
    const { patient_id } = await taken({ ...condition({ id: uuidOf(2) }), ...about });
    await asRole(
      clinic.database.superuserUrl,
      (sql) => sql`delete from care_relationships where patient_id = ${patient_id}`,
    );
    expect(await taken({ ...observation({ id: uuidOf(2) }), ...about })).toMatchObject({
      ...{ state: 'failed', rejected: 1, known: 0 },
      issues: [{ position: 1, code: 'other_type' }],
    });
    expect((await doctor.refusal(getPatient, { id: String(patient_id) })).code).toBe('not_found');
  });

  it('may be understood as another kind of record from then on', async () => {
    await send(observation());
    expect(await rows()).toMatchObject([{ record_type: 'other' }]);
    const vital = {
      category: [
        {
          coding: [
            { system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'vital-signs' },
          ],
        },
      ],
      effectiveDateTime: '2019-03-01',
    };
    expect(await send(observation(vital))).toMatchObject({ updated: 1 });
    expect(await rows()).toMatchObject([{ record_type: 'vital_sign', version: 2 }]);
    expect((await doctor.call(listChartRecords, { patient_id: patient.id })).items).toMatchObject([
      { record_type: 'vital_sign', content: { text: 'Mood' } },
    ]);
  });
});

const restricted = {
  meta: { security: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality', code: 'R' }] },
};

describe('the label of a record', () => {
  it('outlives a source that drops it, and the amendment after that', async () => {
    await send(condition(restricted));
    expect(await send(condition({ code: { text: 'Said anew' } }))).toMatchObject({ updated: 1 });
    const [row] = await rows();
    expect(row).toMatchObject({ sensitivity: 'restricted', version: 2 });
    const id = String(row?.id);
    await doctor.call(amendRecord, {
      id,
      content: { text: 'Said better', clinical_status: 'active' },
      reason: 'Clearer',
    });
    expect(await rows()).toMatchObject([{ sensitivity: 'restricted', version: 3 }]);
    expect((await consultant.refusal(getRecord, { id })).code).toBe('not_found');
    const open = { content: { text: 'Said better', clinical_status: 'active' }, restricted: false };
    await doctor.call(amendRecord, { id, ...open, reason: 'For all' });
    expect(await rows()).toMatchObject([{ sensitivity: 'normal' }]);
  });
});

const amended = { content: { text: 'Said by us', clinical_status: 'active' }, reason: 'Clearer' };

describe('what was amended here', () => {
  it('is not written over, and is told of as long as the source says otherwise', async () => {
    await send(condition());
    const [row] = await rows();
    await doctor.call(amendRecord, { id: String(row?.id), ...amended });
    for (const again of [1, 2]) {
      const ended = await send(condition({ code: { text: `Said anew` } }));
      expect([again, ended]).toEqual([
        again,
        expect.objectContaining({
          known: 1,
          updated: 0,
          issues: [{ position: 0, path: 'Resource[0]', code: 'amended_here', severity: 'warning' }],
        }),
      ]);
    }
    expect((await doctor.call(getRecord, { id: String(row?.id) })).title).toBe('Said by us');
    expect(await send(condition())).toMatchObject({ known: 1, issues: [] });
  });

  it.each(['doctor', 'clinic'])('waits for an import of the %s that has looked it up', async (whose) => {
    await send(condition());
    const [standing] = await rows();
    const changed = lines(condition({ code: { text: 'Said anew' } }));
    const asked = { content: content(changed), patient_id: patient.id };
    const { id } = await doctor.call(createImport, asked);
    let amending: Promise<unknown> = Promise.resolve();
    const { clock } = clinic;
    const asImport = {
      kind: 'system',
      job: 'import',
      now: clock.now(),
      requestId: newRequestId(),
    } as const;
    await withActor(asImport, async (tx) => {
      const found = await findImport(tx, id as Id<'imports'>);
      if (!found) throw new Error('No import');
      const survey = await surveyEntries(tx, found, new Set());
      const chart = await importChart(tx, clock.now(), found, survey);
      if (!chart) throw new Error('No chart');
      const row = whose === 'doctor' ? found : { ...found, into_patient_id: null };
      const writer = new EntryWriter(tx, clock.now(), row, chart, survey);
      await writer.lookUp();
      amending = doctor.call(amendRecord, { id: String(standing?.id), ...amended });
      await expect.poll(waiting, { timeout: 10_000 }).toBeGreaterThan(0);
      for await (const some of acceptedEntries(tx, found, new Set())) await writer.write(some);
      expect(writer.written).toMatchObject({ updated: 1 });
    });
    await amending;
    const { items } = await doctor.call(listRecordHistory, { id: String(standing?.id) });
    expect(items.map(({ version, content: { text } }) => [version, text])).toEqual([
      [3, 'Said by us'],
      [2, 'Said anew'],
      [1, 'Finding 1 <5'],
    ]);
  });
});

const waiting = () =>
  asRole(clinic.database.superuserUrl, async (sql) => {
    const found = await sql`
      select pid from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`;
    return found.length;
  });

it('an older text of the source does not follow a newer one', async () => {
  const dated = (text: string, lastUpdated: string) => condition({ code: { text }, meta: { lastUpdated } });
  await send(dated('New', '2020-02-01T10:00:00Z'));
  const ended = await send(dated('Old', '2020-02-01T10:30:00+01:00'));
  expect(ended).toMatchObject({ known: 1, updated: 0 });
  expect(ended.issues).toEqual([
    { position: 0, path: 'Resource[0]', code: 'older_version', severity: 'warning' },
  ]);
  expect(await send(dated('Newer', '2020-02-02T10:00:00Z'))).toMatchObject({ updated: 1, issues: [] });
});
