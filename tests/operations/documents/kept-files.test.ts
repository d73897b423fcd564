import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { checkFileOnce, moveFileOnce } from '#lib/jobs/handlers/keep-files';
import { scanFilesOnce } from '#lib/jobs/handlers/scan-files';
import { getDocument } from '#lib/operations/documents/get';
import { openDocument } from '#lib/operations/documents/open';
import { uploadOwnDocument } from '#lib/operations/documents/upload-own';
import { clamdScanner } from '#lib/storage/clamd-scanner';
import { s3Store } from '#lib/storage/s3-store';
import { setOutside } from '#lib/storage/stores';
import {
  createDoctor,
  createPatient,
  createSite,
  type DoctorPerson,
  type PatientPerson,
  relate,
} from '../../factories/care';
import { asRole } from '../../harness/as-role';
import { type ClamdServer, eicar, openClamdServer } from '../../harness/clamd-server';
import { openClinic, type TestClinic } from '../../harness/clinic';
import { mailsTo } from '../../harness/mails';
import { openS3Server, type S3Server } from '../../harness/s3-server';
import { someText } from './files';

let clinic: TestClinic;
let [clamd, s3] = [{} as ClamdServer, {} as S3Server];
let patient: PatientPerson;
let other: PatientPerson;
let doctor: DoctorPerson;
let stranger: DoctorPerson;

beforeAll(async () => {
  clinic = await openClinic();
  [clamd, s3] = [await openClamdServer(), await openS3Server()];
  const { clock } = clinic;
  const site = await createSite(clock);
  [patient, other] = [await createPatient(clock, site), await createPatient(clock, site, 'Gus Dicki')];
  [doctor, stranger] = [await createDoctor(clock, site), await createDoctor(clock, site)];
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
    expect((await patient.refusal(openDocument, { id })).code).toBe('file_withheld');
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
    // What nobody has noticed yet is told as a fault of ours, what is known as a file that is held back.
    for (const [kept, code] of [
      [broken, 'internal_error'],
      [Buffer.alloc(0), 'file_withheld'],
    ] as const) {
      s3.objects.set(path, kept);
      expect((await patient.refusal(openDocument, { id })).code).toBe(code);
      await checkAll();
      expect((await patient.call(getDocument, { id })).file_state).toBe('damaged');
    }
    s3.objects.set(path, whole);
    await checkAll();
    expect((await patient.call(getDocument, { id })).file_state).toBe('not_scanned');
    await patient.call(openDocument, { id });
  });
});
