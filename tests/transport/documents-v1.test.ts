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
import { aPdf, aPhoto } from '../operations/documents/files';

let clinic: TestClinic;
let patient: PatientPerson;
let token: { doctor: string; patient: string; other: string };

beforeAll(async () => {
  clinic = await openClinic();
  // Access tokens are verified by the process's own clock.
  clinic.clock.set(systemClock.now().toString());
  const site = await createSite(clinic.clock);
  const doctor = await createDoctor(clinic.clock, site);
  patient = await createPatient(clinic.clock, site);
  const other = await createPatient(clinic.clock, site);
  await relate(clinic.clock, patient, doctor);
  const of = (person: PatientPerson | DoctorPerson) => tokenOf(clinic.clock, person.caller as never);
  token = { doctor: await of(doctor), patient: await of(patient), other: await of(other) };
});
afterAll(() => clinic.close());

const octets = { 'content-type': 'application/octet-stream' };
const own = '/api/v1/users/me/documents';
const send = (url: string, who: string, body: Uint8Array, headers: Record<string, string> = {}) =>
  ask('POST', url, { token: who, body, headers: { ...octets, ...headers } });

describe('a document in version 1', () => {
  it('is the body, with what is said of it in headers, and comes back as it was', async () => {
    const body = await aPdf();
    const title = 'Überweisung “<b>”';
    const sent = await send(own, token.patient, body, {
      'document-title': `UTF-8''${encodeURIComponent(title)}`,
      'document-category': 'letter',
      'document-date': '2026-03',
      'document-file-name': `utf-8'de'${encodeURIComponent('Brief\u202e.pdf')}`,
    });
    expect([sent.status, sent.json]).toMatchObject([
      201,
      { title, category: 'letter', occurred_at: '2026-03', origin: 'patient', file_state: 'not_scanned' },
    ]);
    const location = String(sent.headers.location);
    expect(location).toBe(`/api/v1/documents/${sent.json.id}`);
    expect((await ask('GET', location, { token: token.doctor })).json).toEqual(sent.json);
    const list = await ask('GET', '/api/v1/documents', { token: token.patient });
    expect(list.json).toMatchObject({ total: 1, items: [sent.json] });
    const file = await ask('GET', `${location}/content`, { token: token.doctor });
    expect(Buffer.from(file.bytes).equals(Buffer.from(body))).toBe(true);
    expect(file.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="Brief.pdf"; filename*=UTF-8''Brief.pdf`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    for (const path of [
      location,
      `${location}/content`,
      `/api/v1/documents/${newId('medical_records')}/content`,
    ]) {
      const refused = await ask('GET', path, { token: token.other });
      expect([refused.status, refused.json.code]).toEqual([404, 'not_found']);
    }
  });

  it('goes into the chart that its doctor names', async () => {
    const url = `/api/v1/documents?patient_id=${patient.id}`;
    const said = { 'document-title': 'Scan', 'content-type': 'image/png' };
    const sent = await send(url, token.doctor, await aPhoto(), said);
    expect([sent.status, sent.json.media_type, sent.json.origin]).toEqual([201, 'image/jpeg', 'clinic']);
    expect((await send(url, token.patient, await aPhoto(), said)).json.code).toBe('insufficient_scope');
    const elsewhere = `/api/v1/documents?patient_id=${newId('patients')}`;
    expect((await send(elsewhere, token.doctor, await aPhoto(), said)).json.code).toBe('not_found');
  });

  it.each([
    ['no title', {}, '422 validation_failed'],
    ['a title that is half encoded', { 'document-title': "UTF-8''%C3" }, '400 malformed_request'],
    ['a title in Latin-1', { 'document-title': 'caf\u00e9' }, '400 malformed_request'],
    ['a title with a line break', { 'document-title': "UTF-8''a%00b" }, '422 validation_failed'],
    ['an unknown kind', { 'document-title': 'x', 'document-category': 'x-ray' }, '422 validation_failed'],
    [
      'a date that does not exist',
      { 'document-title': 'x', 'document-date': '2026-02-30' },
      '422 validation_failed',
    ],
    ['JSON', { 'document-title': 'x', 'content-type': 'application/json' }, '415 unsupported_media_type'],
    [
      'a form',
      { 'document-title': 'x', 'content-type': 'multipart/form-data; boundary=x' },
      '415 unsupported_media_type',
    ],
    ['compression', { 'document-title': 'x', 'content-encoding': 'gzip' }, '415 unsupported_media_type'],
  ])('is refused with %s', async (_name, headers, told) => {
    const { status, json } = await send(own, token.patient, await aPdf(), headers as Record<string, string>);
    expect(`${status} ${json.code}`).toBe(told);
  });

  it('is refused for what it is, for what stands in its address, and without a body', async () => {
    const titled = { 'document-title': 'x' };
    const told = async (...given: Parameters<typeof send>) => {
      const { status, json } = await send(...given);
      return [status, json.code, (json.errors as { path: string }[] | undefined)?.[0]?.path];
    };
    expect(await told(own, token.patient, Buffer.from('MZ\0\0'), titled)).toEqual([
      415,
      'file_not_accepted',
      undefined,
    ]);
    expect(await told(own, token.patient, new Uint8Array(), titled)).toEqual([
      422,
      'validation_failed',
      'content',
    ]);
    expect(await told(`${own}?title=Secret`, token.patient, await aPdf())).toEqual([
      ...[422, 'validation_failed', 'title'],
    ]);
    const large = Buffer.alloc(10_000_001, 'a');
    expect(await told(own, token.patient, large, titled)).toEqual([413, 'request_too_large', undefined]);
    expect((await send(own, token.patient, large.subarray(1), titled)).status).toBe(201);
  });
});

describe('a picture in version 1', () => {
  it('is put, shown under the address in the profile, and deleted', async () => {
    const sent = await ask('PUT', '/api/v1/users/me/picture', {
      ...{ token: token.patient, body: await aPhoto(), headers: octets },
    });
    expect(sent.status).toBe(200);
    const { json } = await ask('GET', '/api/v1/users/me', { token: token.patient });
    const address = String(json.profile_picture_url);
    const shown = await ask('GET', address, { token: token.doctor });
    expect([
      shown.status,
      shown.headers['content-type'],
      Buffer.from(shown.bytes).subarray(8, 12).toString(),
    ]).toEqual([...[200, 'image/webp', 'WEBP']]);
    expect((await ask('GET', address, { token: token.other })).status).toBe(404);
    expect((await ask('DELETE', '/api/v1/users/me/picture', { token: token.patient })).status).toBe(204);
    expect((await ask('GET', address, { token: token.patient })).status).toBe(404);
  });
});
