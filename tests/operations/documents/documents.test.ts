import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { getDocument } from '#lib/operations/documents/get';
import { listDocuments } from '#lib/operations/documents/list';
import { openDocument } from '#lib/operations/documents/open';
import { uploadDocument } from '#lib/operations/documents/upload';
import { uploadOwnDocument } from '#lib/operations/documents/upload-own';
import { getRecord } from '#lib/operations/records/get';
import { markRecordInError } from '#lib/operations/records/mark-in-error';
import { newId } from '#lib/platform/ids';
import { setOutside } from '#lib/storage/stores';
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
import { type ClamdServer, openClamdServer } from '../../harness/clamd-server';
import { openClinic, type TestClinic } from '../../harness/clinic';
import { openS3Server, type S3Server } from '../../harness/s3-server';
import { aPdf, aPhoto, someText } from './files';

let clinic: TestClinic;
let [clamd, s3] = [{} as ClamdServer, {} as S3Server];
let patient: PatientPerson;
let other: PatientPerson;
let doctor: DoctorPerson;
let stranger: DoctorPerson;
let admin: Person;

beforeAll(async () => {
  clinic = await openClinic();
  [clamd, s3] = [await openClamdServer(), await openS3Server()];
  const { clock } = clinic;
  const site = await createSite(clock);
  [patient, other] = [await createPatient(clock, site), await createPatient(clock, site, 'Gus Dicki')];
  [doctor, stranger] = [await createDoctor(clock, site), await createDoctor(clock, site)];
  admin = await createAdmin(clock);
  await relate(clock, patient, doctor);
});
beforeEach(() => {
  setOutside(null);
  Object.assign(clamd, { failure: null });
  Object.assign(s3, { failure: null });
});
afterAll(async () => {
  setOutside(null);
  await clamd.close();
  await s3.close();
  await clinic.close();
});

const sql = <T>(work: Parameters<typeof asRole<T>>[1]) => asRole(clinic.database.superuserUrl, work);
const eventsOf = async (id: string) =>
  (await clinic.events()).filter(({ resource_id }) => resource_id === id).map(({ action }) => action);
const lastEvents = async (count: number) => (await clinic.events()).slice(-count);

describe('a document', () => {
  it('of a patient is theirs, opens to the byte, and leaves a trace of each look', async () => {
    const content = await aPdf();
    const sent = { title: 'Letter <b>', category: 'letter', file_name: 'a.pdf', content } as const;
    const added = await patient.call(uploadOwnDocument, sent);
    expect(added).toMatchObject({
      ...{
        patient_id: patient.id,
        doctor_id: null,
        origin: 'patient',
        title: 'Letter <b>',
        category: 'letter',
      },
      ...{ media_type: 'application/pdf', size: content.byteLength, file_name: 'a.pdf', version: 1 },
      ...{ file_state: 'not_scanned', can: { open: { allowed: true, reason: null } } },
    });
    const { id } = added;
    for (const person of [patient, doctor]) {
      expect(await person.call(getDocument, { id })).toEqual(added);
      const opened = await person.call(openDocument, { id });
      expect(opened).toMatchObject({ name: 'a.pdf', media_type: 'application/pdf' });
      expect(Buffer.from(opened.content as Uint8Array)).toEqual(Buffer.from(content));
    }
    await doctor.call(openDocument, { id, as: 'view' });
    expect(await eventsOf(id)).toEqual([
      ...['UPLOAD_DOCUMENT', 'VIEW_RECORD', 'DOWNLOAD_DOCUMENT', 'VIEW_RECORD', 'DOWNLOAD_DOCUMENT'],
      'VIEW_DOCUMENT',
    ]);
  });

  it('is a DocumentReference with kind, length, SHA-1 and place of its file', async () => {
    const content = someText('abc');
    const { id } = await doctor.call(uploadDocument, {
      ...{ patient_id: patient.id, title: 'Note', file_name: 'n.txt', content, occurred_at: '2026-01' },
    });
    const record = await patient.call(getRecord, { id });
    expect(record).toMatchObject({ record_type: 'document', doctor_id: doctor.id, origin: 'clinic' });
    expect(record.content).toMatchObject({
      ...{ text: 'Note', media_type: 'text/plain', size: '3', category: 'Other', file_name: 'n.txt' },
      // FIPS 180-2, the example of SHA-1.
      sha1: Buffer.from('a9993e364706816aba3e25717850c26c9cd0d89d', 'hex').toString('base64'),
    });
    const [blob] = await sql((db) => db`select id from blobs where record_id = ${id}`);
    expect(record.content).toMatchObject({ blob_id: blob?.id });
  });

  it('of anybody else does not exist, in whatever way it is asked for', async () => {
    const { id } = await patient.call(uploadOwnDocument, { title: 'Own', content: someText('own') });
    const before = (await clinic.events()).length;
    for (const person of [other, stranger, admin]) {
      const codes = [
        (await person.refusal(getDocument, { id })).code,
        (await person.refusal(openDocument, { id })).code,
        (await person.refusal(listDocuments, { patient_id: patient.id })).code,
      ];
      const scope = person === admin ? 'insufficient_scope' : 'not_found';
      expect(codes).toEqual([scope, scope, scope]);
    }
    const codes = [
      (await stranger.refusal(uploadDocument, { patient_id: patient.id, title: 'x', content: someText('x') }))
        .code,
      (await patient.refusal(uploadDocument, { patient_id: patient.id, title: 'x', content: someText('x') }))
        .code,
      (await doctor.refusal(uploadOwnDocument, { title: 'x', content: someText('x') })).code,
      (await patient.refusal(openDocument, { id: newId('medical_records') })).code,
    ];
    expect(codes).toEqual(['not_found', 'insufficient_scope', 'forbidden', 'not_found']);
    expect((await lastEvents(13)).map(({ response_status }) => response_status >= 403)).toEqual(
      Array(13).fill(true),
    );
    expect((await clinic.events()).length).toBe(before + 13);
    const seen = await other.call(listDocuments, {});
    expect(seen.total).toBe(0);
  });

  it('loses the place where it was taken, and is told by its content', async () => {
    const sent = { title: 'Photo', file_name: 'photo.pdf', content: await aPhoto() };
    const { id, media_type } = await patient.call(uploadOwnDocument, sent);
    expect(media_type).toBe('image/jpeg');
    const { content, name } = await patient.call(openDocument, { id });
    expect(Buffer.from(content as Uint8Array).includes('SECRETPLACE')).toBe(false);
    expect(name).toBe('photo.pdf.jpg');
    const refusals = [
      await patient.refusal(uploadOwnDocument, {
        title: 'x',
        file_name: 'a.pdf',
        content: someText('MZ\u0000'),
      }),
      await patient.refusal(uploadOwnDocument, { title: 'x', file_name: 'a.html', content: someText('<p>') }),
      await patient.refusal(uploadOwnDocument, { ...sent, content: sent.content.subarray(0, 200) }),
      await patient.refusal(uploadOwnDocument, { title: 'x', content: new Uint8Array() }),
      await patient.refusal(uploadOwnDocument, { title: 'x', content: new Uint8Array(10_000_001) }),
      await patient.refusal(uploadOwnDocument, { title: ' ', content: someText('x') }),
    ];
    expect(refusals.map(({ code, facts }) => [code, facts.errors?.[0]?.code])).toEqual([
      ['file_not_accepted', undefined],
      ['file_not_accepted', undefined],
      ['validation_failed', 'unreadable_image'],
      ['validation_failed', 'empty_file'],
      ['validation_failed', 'file_too_large'],
      ['validation_failed', 'required'],
    ]);
  });

  it('of ten million bytes is taken', async () => {
    const content = new Uint8Array(10_000_000).fill(0x61);
    const { id, size } = await patient.call(uploadOwnDocument, { title: 'Long', content });
    expect(size).toBe(10_000_000);
    const opened = await doctor.call(openDocument, { id });
    expect(Buffer.from(opened.content as Uint8Array).equals(Buffer.from(content))).toBe(true);
  });

  it('entered in error leaves the list, and care that has ended closes it', async () => {
    const { id } = await doctor.call(uploadDocument, {
      ...{ patient_id: patient.id, title: 'Wrong chart', content: someText('wrong') },
    });
    await doctor.call(markRecordInError, { id, reason: 'Wrong chart' });
    const { items } = await patient.call(listDocuments, { page_size: 100 });
    expect(items.map((each) => each.id)).not.toContain(id);
    await sql((db) => db`update care_relationships set valid_until = valid_from + interval '1 second'`);
    clinic.clock.advance(5);
    expect((await doctor.refusal(openDocument, { id })).code).toBe('not_found');
    await relate(clinic.clock, patient, doctor);
  });
});
