import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { withActor } from '#db/client';
import { resourceValidator } from '#lib/fhir/validate';
import { carryOutDueImports, carryOutImport } from '#lib/jobs/handlers/carry-out-imports';
import { checkChunk } from '#lib/operations/imports/check-chunk';
import { createImport } from '#lib/operations/imports/create';
import { getImport } from '#lib/operations/imports/get';
import { amendRecord } from '#lib/operations/records/amend';
import { listRecordHistory } from '#lib/operations/records/history';
import { listChartRecords } from '#lib/operations/records/list';
import { readFhirDefinitions } from '#lib/platform/fhir-definitions';
import type { Id } from '#lib/platform/ids';
import { newRequestId } from '#lib/platform/request-id';
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
import { bundle, conditionOf, content, uuidOf } from './bundles';

let clinic: TestClinic;
let doctor: DoctorPerson;
let patient: PatientPerson;
let siteId: Id<'clinics'>;
const validate = resourceValidator(readFhirDefinitions);

beforeAll(async () => {
  clinic = await openClinic();
  siteId = await createSite(clinic.clock);
  doctor = await createDoctor(clinic.clock, siteId);
}, 60_000);
afterAll(() => clinic.close());
beforeEach(async () => {
  patient = await createPatient(clinic.clock, siteId, 'Ida Ek');
  await relate(clinic.clock, patient, doctor);
});

const carryOut = (id: string) => carryOutImport(id as Id<'imports'>, clinic.clock, validate);
const asImport = () =>
  ({ kind: 'system', job: 'import', now: clinic.clock.now(), requestId: newRequestId() }) as const;

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

describe('a transaction', () => {
  it('goes into the chart that the doctor named, once, and is seen by its patient', async () => {
    expect(await upload(bundle())).toMatchObject({
      state: 'done',
      total: 4,
      done: 4,
      added: 3,
      known: 1,
      updated: 0,
      rejected: 0,
      patient_id: patient.id,
      issues: [],
    });
    expect(await upload(bundle())).toMatchObject({ state: 'done', added: 0, known: 4, updated: 0 });
    const titles = (await records()).map(({ content: { text } }) => text);
    expect(titles.sort()).toEqual(['Finding 1 <5', 'Finding 2 <5', 'Finding 3 <5']);
    expect((await patient.call(listChartRecords, {})).total).toBe(3);
    expect(await count('import_chunks')).toBeGreaterThan(0);
    await carryOutDueImports(clinic.clock, validate);
    expect(await count('import_chunks')).toBe(0);
  });

  it('makes a new version of what its source has changed, and of nothing that only we did', async () => {
    await upload(bundle());
    const [first] = await records();
    await doctor.call(amendRecord, {
      id: String(first?.id),
      content: { text: 'Said better', clinical_status: 'active' },
      reason: 'Clearer',
    });
    expect(await upload(bundle())).toMatchObject({ known: 4, updated: 0 });
    const changed = conditionOf(2, { code: { text: 'Finding 2, confirmed' } });
    expect(await upload(bundle({ instead: { 2: changed } }))).toMatchObject({ known: 3, updated: 1 });
    const second = (await records()).find(({ content: { text } }) => text === 'Finding 2, confirmed');
    const history = await doctor.call(listRecordHistory, { id: String(second?.id) });
    expect(history.items.map(({ version }) => version)).toEqual([2, 1]);
    expect(history.items[1]?.content.text).toBe('Finding 2 <5');
    expect(second).toMatchObject({ version: 2, stage: 'amended' });
    expect(await upload(bundle({ instead: { 2: changed } }))).toMatchObject({ known: 4, updated: 0 });
  });

  it.each([
    [
      'that R4 does not allow',
      { recordedDate: '2019-02-30' },
      /^Bundle\.entry\[2\]\.resource\.recordedDate$/,
    ],
    [
      'whose reference dangles',
      { encounter: { reference: `urn:uuid:${uuidOf(99)}` } },
      /encounter\.reference$/,
    ],
  ])('writes nothing where one entry is refused %s', async (_, broken, place) => {
    const before = await count('medical_records');
    const ended = await upload(bundle({ instead: { 2: conditionOf(2, broken) } }));
    expect(ended).toMatchObject({ state: 'failed', added: 0, rejected: 1 });
    expect(ended.issues).toEqual([
      { position: 2, path: expect.stringMatching(place), code: expect.any(String), severity: 'error' },
    ]);
    expect(await count('medical_records')).toBe(before);
  });

  it('leaves nothing behind when the database loses the process in the middle, and is then done again', async () => {
    const { id } = await doctor.call(createImport, { content: content(bundle()), patient_id: patient.id });
    await asRole(clinic.database.superuserUrl, async (sql) => {
      await sql.begin(async (holding) => {
        await holding`lock table medical_record_versions in share mode`;
        const finishing = expect(carryOut(id)).rejects.toThrow();
        await expect.poll(() => killWaiting(sql), { timeout: 10_000 }).toBe(1);
        await finishing;
      });
    });
    expect(await records()).toEqual([]);
    expect(await doctor.call(getImport, { id })).toMatchObject({ state: 'running', added: 0 });
    await carryOutDueImports(clinic.clock, validate);
    expect(await doctor.call(getImport, { id })).toMatchObject({ state: 'done', added: 3 });
    expect(await records()).toHaveLength(3);
  });
});

type Sql = Parameters<Parameters<typeof asRole>[1]>[0];

/** Ends whoever waits for the versions' lock, as a kill would. */
async function killWaiting(sql: Sql): Promise<number> {
  const rows = await sql`
    select pg_terminate_backend(pid) from pg_locks
     where relation = 'medical_record_versions'::regclass and not granted`;
  return rows.length;
}

describe('a batch', () => {
  it('takes each entry by itself and tells of those that it does not', async () => {
    const ended = await upload(
      bundle({
        type: 'batch',
        conditions: 4,
        instead: { 2: conditionOf(2, { recordedDate: '1.3.2019' }), 3: { resourceType: 'Banana' } },
      }),
    );
    expect(ended).toMatchObject({ state: 'done', total: 5, added: 2, rejected: 2 });
    expect(ended.issues.map(({ position, severity }) => [position, severity])).toEqual(
      expect.arrayContaining([
        [2, 'error'],
        [3, 'error'],
      ]),
    );
    expect(await records()).toHaveLength(2);
  });

  it('of many runs is gone on with where it stopped', async () => {
    const { id } = await doctor.call(createImport, {
      content: content(bundle({ type: 'batch', conditions: 250 })),
      patient_id: patient.id,
    });
    await withActor(asImport(), (tx) => checkChunk(tx, id as Id<'imports'>, validate));
    expect(await doctor.call(getImport, { id })).toMatchObject({ state: 'running', done: 100, added: 0 });
    expect(await records()).toEqual([]);
    let checked = 0;
    await carryOutImport(id as Id<'imports'>, clinic.clock, (text) => {
      checked += 1;
      return validate(text);
    });
    expect(checked).toBe(151);
    expect(await doctor.call(getImport, { id })).toMatchObject({ state: 'done', done: 251, added: 250 });
  });

  it('is done once by two processes that look at the same time', async () => {
    const { id } = await doctor.call(createImport, { content: content(bundle()), patient_id: patient.id });
    await Promise.all([carryOut(id), carryOut(id)]);
    await carryOut(id);
    expect(await doctor.call(getImport, { id })).toMatchObject({ state: 'done', added: 3 });
    expect(await records()).toHaveLength(3);
  });

  it('is left to whoever is finishing it, however long that takes', async () => {
    const { id } = await doctor.call(createImport, { content: content(bundle()), patient_id: patient.id });
    const step = () => withActor(asImport(), (tx) => checkChunk(tx, id as Id<'imports'>, validate));
    while ((await step()) > 0);
    await asRole(clinic.database.superuserUrl, (sql) =>
      sql.begin(async (tx) => {
        await tx`select from imports where id = ${id} for update`;
        expect(await carryOut(id)).toBe(false);
      }),
    );
    expect(await carryOut(id)).toBe(true);
    expect(await doctor.call(getImport, { id })).toMatchObject({ state: 'done', added: 3 });
  });
});
