import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { checkFileOnce, moveFileOnce } from '#lib/jobs/handlers/keep-files';
import { scanFilesOnce } from '#lib/jobs/handlers/scan-files';
import { getDocument } from '#lib/operations/documents/get';
import { listDocuments } from '#lib/operations/documents/list';
import { openDocument } from '#lib/operations/documents/open';
import { uploadDocument } from '#lib/operations/documents/upload';
import { uploadOwnDocument } from '#lib/operations/documents/upload-own';
import { getRecord } from '#lib/operations/records/get';
import { markRecordInError } from '#lib/operations/records/mark-in-error';
import { newId } from '#lib/platform/ids';
import { clamdScanner } from '#lib/storage/clamd-scanner';
import { s3Store } from '#lib/storage/s3-store';
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
import { type ClamdServer, eicar, openClamdServer } from '../../harness/clamd-server';
import { openClinic, type TestClinic } from '../../harness/clinic';
import { mailsTo } from '../../harness/mails';
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
const scanner = () => clamdScanner(clamd.config);
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

describe('malware', () => {
  it('is looked for when somebody does; until then nobody opens the file', async () => {
    setOutside({ scanner: scanner(), objects: null });
    const { id, file_state } = await patient.call(uploadOwnDocument, {
      title: 'Fine',
      content: someText('fine'),
    });
    expect(file_state).toBe('scanning');
    expect((await patient.refusal(openDocument, { id })).code).toBe('file_withheld');
    expect(await scanFilesOnce(scanner(), clinic.clock)).toBe(1);
    expect(clamd.scanned.at(-1)?.toString()).toBe('fine');
    expect((await patient.call(getDocument, { id })).file_state).toBe('clean');
    await patient.call(openDocument, { id });
    expect(await scanFilesOnce(scanner(), clinic.clock)).toBe(0);
    expect(await eventsOf(id)).toContain('SCAN_DOCUMENT');
  });

  it('that was found is opened by nobody, and its sender is told', async () => {
    setOutside({ scanner: scanner(), objects: null });
    const sent = { title: 'Bad', file_name: 'b.txt', content: someText(eicar) };
    const { id } = await patient.call(uploadOwnDocument, sent);
    await scanFilesOnce(scanner(), clinic.clock);
    setOutside(null);
    for (const person of [patient, doctor]) {
      expect((await person.call(getDocument, { id })).can.open).toEqual({
        allowed: false,
        reason: 'infected',
      });
      for (const as of ['view', 'download'] as const) {
        expect((await person.refusal(openDocument, { id, as })).code).toBe('file_withheld');
      }
    }
    const mails = await mailsTo(clinic.database.superuserUrl, patient.account.email);
    expect(mails.at(-1)).toMatchObject({ subject: 'A file that you sent was held back' });
    expect(JSON.stringify(mails.at(-1))).not.toContain('Bad');
  });

  it('is looked for again where the scanner was away', async () => {
    setOutside({ scanner: scanner(), objects: null });
    const { id } = await patient.call(uploadOwnDocument, { title: 'Later', content: someText('later') });
    clamd.failure = 'silence';
    await scanFilesOnce(scanner(), clinic.clock);
    expect((await patient.call(getDocument, { id })).file_state).toBe('scan_failed');
    expect((await patient.refusal(openDocument, { id })).code).toBe('file_withheld');
    clamd.failure = null;
    expect(await scanFilesOnce(scanner(), clinic.clock)).toBe(0);
    clinic.clock.advance(11 * 60);
    expect(await scanFilesOnce(scanner(), clinic.clock)).toBe(1);
    expect((await patient.call(getDocument, { id })).file_state).toBe('clean');
  });
});

describe('an object store', () => {
  const moveAll = async () => {
    while ((await moveFileOnce(s3Store(s3.config), clinic.clock)) > 0);
  };

  it('gets ciphertext alone, and gives the file back', async () => {
    const { id } = await patient.call(uploadOwnDocument, {
      title: 'Far',
      content: someText('far away text'),
    });
    await moveAll();
    setOutside({ scanner: null, objects: s3Store(s3.config) });
    const [blob] = await sql((db) => db`select id, storage from blobs where record_id = ${id}`);
    expect(blob?.storage).toBe('objects');
    const kept = s3.objects.get(`/documents/blobs/${blob?.id}`);
    expect(kept?.includes('far away')).toBe(false);
    const chunks = await sql((db) => db`select 1 from blob_chunks where blob_id = ${blob?.id ?? ''}`);
    expect(chunks).toHaveLength(0);
    expect(Buffer.from((await doctor.call(openDocument, { id })).content as Uint8Array).toString()).toBe(
      'far away text',
    );
    expect((await other.refusal(openDocument, { id })).code).toBe('not_found');
    const asked = s3.asked;
    expect((await stranger.refusal(openDocument, { id })).code).toBe('not_found');
    expect(s3.asked).toBe(asked);
  });

  it('that fails keeps the file where it was; what is half done is done again', async () => {
    const { id } = await patient.call(uploadOwnDocument, { title: 'Stays', content: someText('stays') });
    s3.failure = 503;
    await expect(moveFileOnce(s3Store(s3.config), clinic.clock)).rejects.toMatchObject({
      name: 'StoreFailed',
    });
    await patient.call(openDocument, { id });
    s3.failure = null;
    // A kill between the store and the commit: the object is there, the row does not say so.
    const store = s3Store(s3.config);
    const put = async (name: string, bytes: Uint8Array) => {
      await store.put(name, bytes);
      throw new Error('killed');
    };
    await expect(moveFileOnce({ ...store, put }, clinic.clock)).rejects.toThrow('killed');
    await patient.call(openDocument, { id });
    const count = s3.objects.size;
    await moveAll();
    setOutside({ scanner: null, objects: store });
    await patient.call(openDocument, { id });
    expect(s3.objects.size).toBe(count);
  });
});

describe('a flipped bit', () => {
  const checkAll = async () => {
    await sql((db) => db`update blobs set checked_at = checked_at - interval '8 days'`);
    while ((await checkFileOnce(clinic.clock)) > 0);
  };

  it('in the database is seen by the sweep and by whoever reads', async () => {
    const { id } = await patient.call(uploadOwnDocument, {
      title: 'Bits',
      content: someText('bits and bytes'),
    });
    await checkAll();
    expect((await patient.call(getDocument, { id })).file_state).toBe('not_scanned');
    await sql(
      (db) => db`update blob_chunks set content = set_byte(content, 40, get_byte(content, 40) # 1)
                  where blob_id in (select id from blobs where record_id = ${id})`,
    );
    expect((await patient.refusal(openDocument, { id })).code).toBe('internal_error');
    await checkAll();
    expect((await patient.call(getDocument, { id })).can.open).toEqual({ allowed: false, reason: 'damaged' });
    await moveFileOnce(s3Store(s3.config), clinic.clock);
    expect((await sql((db) => db`select storage from blobs where record_id = ${id}`))[0]?.storage).toBe(
      'database',
    );
  });

  it('in the object store, or an object that is gone, as well', async () => {
    const { id } = await patient.call(uploadOwnDocument, {
      title: 'Far bits',
      content: someText('far bits'),
    });
    while ((await moveFileOnce(s3Store(s3.config), clinic.clock)) > 0);
    setOutside({ scanner: null, objects: s3Store(s3.config) });
    const [blob] = await sql((db) => db`select id from blobs where record_id = ${id}`);
    const path = `/documents/blobs/${blob?.id}`;
    const whole = s3.objects.get(path) ?? Buffer.alloc(0);
    const broken = Buffer.from(whole);
    broken.writeUInt8(broken.readUInt8(35) ^ 4, 35);
    for (const kept of [broken, Buffer.alloc(0)]) {
      s3.objects.set(path, kept);
      expect((await patient.refusal(openDocument, { id })).code).toBe('internal_error');
      await checkAll();
      expect((await patient.call(getDocument, { id })).file_state).toBe('damaged');
    }
    s3.objects.set(path, whole);
    await checkAll();
    expect((await patient.call(getDocument, { id })).file_state).toBe('not_scanned');
    await patient.call(openDocument, { id });
  });
});
