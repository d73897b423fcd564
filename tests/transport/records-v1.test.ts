import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '#lib/platform/clock';
import { newId } from '#lib/platform/ids';
import {
  createDoctor,
  createPatient,
  createSite,
  type DoctorPerson,
  type PatientPerson,
  relate,
} from '../factories/care';
import { ask, tokenOf } from '../harness/ask';
import { openClinic, type TestClinic } from '../harness/clinic';

let clinic: TestClinic;
let doctor: DoctorPerson;
let patient: PatientPerson;
let token: { doctor: string; patient: string };

beforeAll(async () => {
  clinic = await openClinic();
  // Access tokens are verified by the process's own clock.
  clinic.clock.set(systemClock.now().toString());
  const site = await createSite(clinic.clock);
  doctor = await createDoctor(clinic.clock, site);
  patient = await createPatient(clinic.clock, site);
  await relate(clinic.clock, patient, doctor);
  const of = (person: PatientPerson | DoctorPerson) => tokenOf(clinic.clock, person.caller as never);
  token = { doctor: await of(doctor), patient: await of(patient) };
});
afterAll(() => clinic.close());

const lab = () =>
  `{"patient_id":"${patient.id}","record_type":"lab_result","occurred_at":"2026-03-01",` +
  `"content":{"text":"Glucose <fasting>","value":1.50,"unit":"mmol/L","reference_range":{"low":3.90}}}`;

describe('records in version 1', () => {
  it('are written, found at their Location and read with exactly the promised keys and digits', async () => {
    const written = await ask('POST', '/api/v1/records', { token: token.doctor, body: lab() });
    expect(written.status).toBe(201);
    const location = String(written.headers.location);
    expect(location).toBe(`/api/v1/records/${written.json.id}`);
    const read = await ask('GET', location, { token: token.patient });
    expect([read.status, read.text]).toEqual([200, written.text]);
    expect(Object.keys(read.json)).toEqual([
      ...['id', 'patient_id', 'doctor_id', 'record_type', 'status', 'version', 'content'],
      ...['occurred_at', 'created_at', 'updated_at'],
    ]);
    expect(read.text).toContain('"value":1.50,"unit":"mmol/L"');
    expect(read.text).toContain('"reference_range":{"low":3.90}');
    const list = await ask('GET', '/api/v1/records?record_type=lab_result', { token: token.patient });
    expect(list.text).toContain(read.text);
    expect(list.json).toMatchObject({ page: 1, page_size: 20, total: 1, pages: 1 });
  });

  it('are amended under If-Match, and taken back', async () => {
    const { json } = await ask('POST', '/api/v1/records', { token: token.doctor, body: lab() });
    const path = `/api/v1/records/${json.id}`;
    const body = '{"content":{"text":"Glucose","value":1.60,"unit":"mmol/L"},"reason":"Typing error"}';
    const change = (tag: string) =>
      ask('PUT', path, { token: token.doctor, body, headers: { 'if-match': tag } });
    const stale = [await change('"7"'), await change('"x"')].map(({ status, json: { code } }) => [
      status,
      code,
    ]);
    expect(stale).toEqual(Array(2).fill([412, 'stale_version']));
    expect((await change('"1"')).json).toMatchObject({ version: 2 });
    expect((await ask('DELETE', path, { token: token.patient })).status).toBe(403);
    expect((await ask('DELETE', path, { token: token.doctor })).status).toBe(204);
  });

  it('that are missing, malformed or foreign are the same 404', async () => {
    const other = await createPatient(clinic.clock, doctor.clinicId);
    const theirs = await tokenOf(clinic.clock, other.caller as never);
    const { json } = await ask('POST', '/api/v1/records', { token: token.doctor, body: lab() });
    const answers = [];
    for (const id of [json.id, newId('medical_records'), 'abc', '%00']) {
      const { status, text, requestId } = await ask('GET', `/api/v1/records/${id}`, { token: theirs });
      answers.push([status, text.replace(requestId, '')]);
    }
    expect(new Set(answers.map(String)).size).toBe(1);
    expect(answers[0]?.[0]).toBe(404);
  });

  it('ask for the scope by name', async () => {
    const { status, json } = await ask('POST', '/api/v1/records', { token: token.patient, body: lab() });
    expect([status, json.code, json.detail]).toEqual([
      403,
      'insufficient_scope',
      'The scope write:records is missing',
    ]);
  });
});
