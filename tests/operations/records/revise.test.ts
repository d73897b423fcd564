import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { amendRecord } from '#lib/operations/records/amend';
import { createRecord } from '#lib/operations/records/create';
import { getRecord } from '#lib/operations/records/get';
import { listRecordHistory } from '#lib/operations/records/history';
import { listChartRecords } from '#lib/operations/records/list';
import { markRecordInError } from '#lib/operations/records/mark-in-error';
import {
  createAdmin,
  createDoctor,
  createPatient,
  createSite,
  type DoctorPerson,
  type PatientPerson,
  relate,
} from '../../factories/care';
import { asRole } from '../../harness/as-role';
import { openClinic, type TestClinic } from '../../harness/clinic';

let clinic: TestClinic;
let doctor: DoctorPerson;
let colleague: DoctorPerson;
let patient: PatientPerson;
let id: string;

beforeAll(async () => {
  clinic = await openClinic();
  const site = await createSite(clinic.clock);
  doctor = await createDoctor(clinic.clock, site);
  colleague = await createDoctor(clinic.clock, site);
});
afterAll(() => clinic.close());

beforeEach(async () => {
  patient = await createPatient(clinic.clock, doctor.clinicId);
  await relate(clinic.clock, patient, doctor);
  await relate(clinic.clock, patient, colleague, 'consulting');
  const content = { text: 'Canary-91b2 asthma', clinical_status: 'active' as const };
  const wish = { patient_id: patient.id, record_type: 'diagnosis' as const, content };
  id = (await doctor.call(createRecord, wish)).id;
});

describe('an amendment', () => {
  it('is a new version with author, time and reason; the old one stays readable', async () => {
    const content = { text: 'Canary-91b2 asthma, mild', clinical_status: 'active' };
    const reason = 'Canary-4c4c spirometry <80 %';
    const amended = await colleague.call(amendRecord, { id, content, reason, expected_version: 1 });
    expect(amended).toMatchObject({ version: 2, content, doctor_id: doctor.id });
    expect(await patient.call(getRecord, { id })).toMatchObject({ version: 2, content });
    const { items } = await patient.call(listRecordHistory, { id });
    expect(items).toMatchObject([
      { version: 2, content, reason, author_id: colleague.id, author_name: 'Dr Amara Okafor' },
      { version: 1, content: { text: 'Canary-91b2 asthma' }, reason: null, author_id: doctor.id },
    ]);
    const event = (await clinic.events()).find(({ action }) => action === 'AMEND_RECORD');
    expect(event).toMatchObject({ resource_id: id, additional_info: { version: 2 } });
    expect(JSON.stringify(await clinic.events())).not.toContain('Canary');
  });

  it('is refused where another has come between', async () => {
    const amend = (text: string) => ({ id, content: { text }, expected_version: 1 });
    await doctor.call(amendRecord, amend('First'));
    expect((await colleague.refusal(amendRecord, amend('Second'))).code).toBe('stale_version');
    expect(await patient.call(getRecord, { id })).toMatchObject({ version: 2, title: 'First' });
  });

  it('is one of two at once', async () => {
    const codes = await Promise.all(
      [doctor, colleague].map((each) =>
        each.call(amendRecord, { id, content: { text: 'Asthma' }, expected_version: 1 }).then(
          () => 'amended',
          (error: { code: string }) => error.code,
        ),
      ),
    );
    expect(codes.sort()).toEqual(['amended', 'stale_version']);
  });

  it('names every field that the type of the record does not take', async () => {
    const content = { text: '\u0000', value: 5 };
    expect((await doctor.refusal(amendRecord, { id, content })).facts.errors).toMatchObject([
      { path: 'content.text', code: 'unstorable_characters' },
      { path: 'content.value', code: 'unknown_field' },
    ]);
  });

  it('is not for patients, strangers and admins', async () => {
    const stranger = await createDoctor(clinic.clock, doctor.clinicId);
    const admin = await createAdmin(clinic.clock);
    const codes = [];
    for (const each of [patient, stranger, admin]) {
      codes.push((await each.refusal(amendRecord, { id, content: { text: 'x' } })).code);
      codes.push((await each.refusal(markRecordInError, { id })).code);
    }
    expect(codes).toEqual([
      ...['insufficient_scope', 'insufficient_scope'],
      ...['not_found', 'not_found'],
      ...['insufficient_scope', 'insufficient_scope'],
    ]);
  });
});

describe('a record entered in error', () => {
  it('is so said by its author only, leaves the lists and stays in the history', async () => {
    expect((await colleague.refusal(markRecordInError, { id })).code).toBe('forbidden');
    expect((await colleague.call(getRecord, { id })).can.mark_in_error).toEqual({
      allowed: false,
      reason: 'not_author',
    });
    await doctor.call(markRecordInError, { id, reason: 'Wrong chart' });
    expect((await patient.call(listChartRecords, {})).items).toEqual([]);
    const shown = await patient.call(listChartRecords, { include: 'eie' });
    expect(shown).toMatchObject({ total: 1, items: [{ id, status: 'entered-in-error', version: 2 }] });
    const { items } = await doctor.call(listRecordHistory, { id });
    expect(items.map((item) => [item.version, item.status, item.reason])).toEqual([
      [2, 'entered-in-error', 'Wrong chart'],
      [1, 'active', null],
    ]);
  });

  it('is the end: it is neither amended nor marked again', async () => {
    await doctor.call(markRecordInError, { id });
    const again = await doctor.refusal(markRecordInError, { id });
    const amended = await doctor.refusal(amendRecord, { id, content: { text: 'Asthma' } });
    expect([again.code, amended.code]).toEqual(['conflict', 'conflict']);
    const { can } = await doctor.call(getRecord, { id });
    expect([can.amend.reason, can.mark_in_error.reason]).toEqual(['entered_in_error', 'entered_in_error']);
  });
});

it('no table holds a word of what was typed', async () => {
  await doctor.call(amendRecord, { id, content: { text: 'Canary-91b2 b' }, reason: 'Canary-4c4c' });
  const dump = await asRole(clinic.database.superuserUrl, async (sql) => {
    const tables =
      await sql`select relname from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace`;
    const texts = [];
    for (const { relname } of tables) texts.push(await sql`select t::text as row from ${sql(relname)} t`);
    return JSON.stringify(texts);
  });
  const canaries = ['Canary-91b2', 'Canary-4c4c', 'Elsa Vargas', '1980-05-17'];
  const forms = canaries.flatMap((text) => [
    text,
    Buffer.from(text).toString('hex'),
    btoa(text).slice(0, -3),
  ]);
  expect(forms.filter((form) => dump.includes(form))).toEqual([]);
});
