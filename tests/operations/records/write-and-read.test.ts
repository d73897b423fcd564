import { parse, stringify } from 'lossless-json';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { amendRecord } from '#lib/operations/records/amend';
import { createRecord } from '#lib/operations/records/create';
import { getRecord } from '#lib/operations/records/get';
import { listChartRecords } from '#lib/operations/records/list';
import { newId } from '#lib/platform/ids';
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

describe('a record', () => {
  it('is given to the patient and the doctor as it was written, and to nobody else', async () => {
    const written = await doctor.call(createRecord, diagnosis('Essential hypertension'));
    expect(written).toMatchObject({
      version: 1,
      patient_id: patient.id,
      doctor_id: doctor.id,
      doctor_name: 'Dr Amara Okafor',
      title: 'Essential hypertension',
      can: { amend: { allowed: true, reason: null }, mark_in_error: { allowed: true, reason: null } },
    });
    expect(await doctor.call(getRecord, { id: written.id })).toEqual(written);
    const read = await patient.call(getRecord, { id: written.id });
    const closed = { allowed: false, reason: 'not_permitted' };
    const can = { amend: closed, sign: closed, mark_in_error: closed, confirm: closed };
    const foreign = { allowed: false, reason: 'not_author' };
    expect(read).toEqual({ ...written, can: { ...can, amend_own: foreign } });
    const { id } = written;
    const codes = [];
    for (const each of [other, stranger, admin]) codes.push((await each.refusal(getRecord, { id })).code);
    expect(codes).toEqual(['not_found', 'not_found', 'insufficient_scope']);
    expect((await patient.refusal(getRecord, { id: newId('medical_records') })).code).toBe('not_found');
  });

  it('is written by those who treat the patient only', async () => {
    const wish = diagnosis('Asthma');
    const codes = [];
    for (const each of [patient, stranger, admin]) codes.push((await each.refusal(createRecord, wish)).code);
    expect(codes).toEqual(['insufficient_scope', 'not_found', 'insufficient_scope']);
    const nobody = await doctor.refusal(createRecord, { ...wish, patient_id: newId('patients') });
    expect(nobody.code).toBe('not_found');
  });

  it('leaves one event that names whose chart it was, with no word of what was typed', async () => {
    const { id } = await doctor.call(createRecord, diagnosis('Canary-7f3a gout'));
    await patient.call(getRecord, { id });
    const events = (await clinic.events()).filter((event) => event.resource_id === id);
    expect(events).toMatchObject([
      { action: 'CREATE_RECORD', user_id: doctor.account.id, patient_id: patient.id, response_status: 201 },
      { action: 'VIEW_RECORD', user_id: patient.account.id, patient_id: patient.id, response_status: 200 },
    ]);
    expect(events[0]?.request_data).toEqual({ record_type: 'diagnosis' });
  });
});

describe('what was typed', () => {
  it.each([
    '<5 mmol/L',
    "O'Brien",
    'BP <120> & "rest"',
    'a\u202Eb \u2067c\u2069',
    'é e\u0301',
    ' two\nlines\t ',
  ])('stays as it is: %j', async (text) => {
    const { id } = await doctor.call(createRecord, diagnosis(text));
    const read = await patient.call(getRecord, { id });
    expect(Buffer.from(read.content.text)).toEqual(Buffer.from(text));
  });

  it.each([
    ['a NUL', 'a\u0000b', 'unstorable_characters'],
    ['half a character', 'a\ud800b', 'unstorable_characters'],
    ['nothing but space', '  \n', 'required'],
    ['too much', 'x'.repeat(2001), 'too_long'],
  ])('is refused where it is %s', async (_name, text, code) => {
    const refusal = await doctor.refusal(createRecord, diagnosis(text));
    expect(refusal).toMatchObject({ facts: { errors: [{ path: 'content.text', code }] } });
  });

  it('keeps the digits of a number', async () => {
    const body = parse(
      `{"patient_id":"${patient.id}","record_type":"lab_result",
        "content":{"text":"Glucose","value":1.50,"unit":"mmol/L","reference_range":{"low":3.90,"high":5.60}}}`,
    );
    const { id } = await doctor.call(createRecord, body as never);
    const { content } = await patient.call(getRecord, { id });
    expect(content).toMatchObject({ value: '1.50', reference_range: { low: '3.90', high: '5.60' } });
    expect(stringify(content)).toContain('"value":"1.50"');
  });

  it.each([
    ['R', '4', { low: '3', high: '10' }, 'resistant', 'reported'],
    ['W', '4', { low: '3', high: '10' }, 'worse', 'reported'],
    ['AA', 'black', undefined, 'critical_abnormal', 'reported'],
    [undefined, '>10', { high: '5' }, 'high', 'computed'],
    [undefined, '<1', { low: '3', high: '10' }, 'low', 'computed'],
    [undefined, '4', { low: '3', high: '10' }, 'in_range', 'computed'],
  ] as const)(
    'carries the flag of a result: %s, %s in %j is %s',
    async (interpretation, value, range, key, source) => {
      const content = { text: 'Cefoxitin', value, reference_range: range, interpretation };
      const { id } = await doctor.call(createRecord, {
        patient_id: patient.id,
        record_type: 'lab_result',
        content,
      });
      const read = await patient.call(getRecord, { id });
      expect(read).toMatchObject({ flag: { key, source, critical: key === 'critical_abnormal' } });
    },
  );

  it('carries no flag where neither the laboratory nor a range says anything', async () => {
    const content = { text: 'Ferritin', value: '4' };
    const written = await doctor.call(createRecord, {
      patient_id: patient.id,
      record_type: 'lab_result',
      content,
    });
    expect(written).toMatchObject({ flag: null });
  });

  it.each([
    ['a date that does not exist', '2026-02-30', 'invalid_date'],
    ['tomorrow and later', '2026-03-04', 'in_the_future'],
  ])('did not occur on %s', async (_name, occurred_at, code) => {
    const refusal = await doctor.refusal(createRecord, { ...diagnosis('Asthma'), occurred_at });
    expect(refusal).toMatchObject({ facts: { errors: [{ path: 'occurred_at', code }] } });
  });

  // The patient was born on 17 May 1980.
  it.each([
    ['occurred_at', { occurred_at: '1500-01-01' }, 'before_birth'],
    ['occurred_at', { occurred_at: '1980-05-16' }, 'before_birth'],
    ['content.onset', { content: { text: 'Gout', onset: '1979' } }, 'before_birth'],
    ['content.onset', { content: { text: 'Gout', onset: '1980-04' } }, 'before_birth'],
    ['content.onset', { content: { text: 'Gout', onset: '2027' } }, 'in_the_future'],
    [
      'content.starts',
      { record_type: 'prescription', content: { text: 'Aspirin', starts: '1800' } },
      'before_birth',
    ],
  ])('did not happen outside a life: %s %j', async (path, wish, code) => {
    const refusal = await doctor.refusal(createRecord, { ...diagnosis('Gout'), ...wish } as never);
    expect(refusal).toMatchObject({ status: 422, facts: { errors: [{ path, code }] } });
  });

  it('may have happened in the year, the month and on the day of birth, and medicine may be planned', async () => {
    for (const onset of ['1980', '1980-05', '1980-05-17', '2026'])
      await doctor.call(createRecord, { ...diagnosis('Born with it'), content: { text: 'a', onset } });
    const content = { text: 'Aspirin', starts: '2026-12-01' };
    await doctor.call(createRecord, { patient_id: patient.id, record_type: 'prescription', content });
  });

  it('is not amended to a date before birth', async () => {
    const { id } = await doctor.call(createRecord, diagnosis('Gout'));
    const refusal = await doctor.refusal(amendRecord, { id, content: { text: 'Gout', onset: '1800' } });
    expect(refusal.facts.errors).toMatchObject([{ path: 'content.onset', code: 'before_birth' }]);
  });
});

describe('the list of a chart', () => {
  it('is the patient’s own, or of whom the doctor names', async () => {
    const own = await patient.call(listChartRecords, {});
    const named = await doctor.call(listChartRecords, { patient_id: patient.id });
    expect(named.items.map((item) => item.id)).toEqual(own.items.map((item) => item.id));
    expect(own.total).toBeGreaterThan(5);
    expect((await doctor.refusal(listChartRecords, {})).facts.errors).toMatchObject([{ path: 'patient_id' }]);
    const foreign = { patient_id: patient.id };
    expect((await stranger.refusal(listChartRecords, foreign)).code).toBe('not_found');
    expect((await other.refusal(listChartRecords, foreign)).code).toBe('not_found');
    expect(await other.call(listChartRecords, {})).toMatchObject({ items: [], total: 0, pages: 0 });
  });

  it('is cut into pages without losing or repeating one, in the order asked for', async () => {
    for (const day of ['2019', '2019-03', '2021-07-01', '2019-03']) {
      await doctor.call(createRecord, { ...diagnosis(`On ${day}`), occurred_at: day });
    }
    for (const sort_by of ['occurred_at', 'created_at'] as const) {
      const all = await patient.call(listChartRecords, { page_size: 100, sort_by });
      const paged = [];
      for (let page = 1; page <= Math.ceil(all.total / 3); page++) {
        paged.push(...(await patient.call(listChartRecords, { page, page_size: 3, sort_by })).items);
      }
      expect(paged.map((item) => item.id)).toEqual(all.items.map((item) => item.id));
      const turned = await patient.call(listChartRecords, { page_size: 100, sort_by, sort_order: 'asc' });
      expect(turned.items.map((item) => item.id)).toEqual(all.items.map((item) => item.id).reverse());
    }
    const past = await patient.call(listChartRecords, { page: 99 });
    expect(past).toMatchObject({ items: [], page: 99 });
    expect(past.total).toBeGreaterThan(5);
    const dates = (await patient.call(listChartRecords, { sort_order: 'asc' })).items;
    expect(dates.slice(0, 4).map((item) => item.occurred_at)).toEqual([
      '2019',
      '2019-03',
      '2019-03',
      '2021-07-01',
    ]);
  });

  it('can be narrowed to one type', async () => {
    const { items } = await patient.call(listChartRecords, { record_type: 'lab_result' });
    expect(new Set(items.map((item) => item.record_type))).toEqual(new Set(['lab_result']));
  });

  it.each([
    ['page', '0'],
    ['page_size', '101'],
    ['sort_by', 'email'],
    ['sort_order', 'up'],
    ['include', 'all'],
  ])('refuses %s=%s', async (name, value) => {
    const refusal = await patient.refusal(listChartRecords, { [name]: value } as never);
    expect(refusal).toMatchObject({ status: 422, facts: { errors: [{ path: name }] } });
  });
});
