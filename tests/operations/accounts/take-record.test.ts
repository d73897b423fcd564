import { strFromU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyArchive } from '#lib/archive/verify-archive';
import { recordKeys } from '#lib/auth/record-signature';
import { bookAppointment } from '#lib/operations/appointments/book';
import { listSlots } from '#lib/operations/doctors/list-slots';
import { openDocument } from '#lib/operations/documents/open';
import { uploadDocument } from '#lib/operations/documents/upload';
import { uploadOwnDocument } from '#lib/operations/documents/upload-own';
import { createRecord } from '#lib/operations/records/create';
import { measureRecord } from '#lib/operations/users/measure-record';
import { takeRecord } from '#lib/operations/users/take-record';
import { type Room, recordDocuments } from '#lib/transport/record/record-documents';
import { archiveFile, fhirFile } from '#lib/transport/record/record-files';
import { createAccount, signIn } from '../../factories/account';
import {
  createDoctor,
  createPatient,
  createSite,
  type DoctorPerson,
  type PatientPerson,
  relate,
} from '../../factories/care';
import { visitor } from '../../factories/visitor';
import { asRole } from '../../harness/as-role';
import { openClinic, type TestClinic } from '../../harness/clinic';
import { faultsOf } from '../../harness/fhir-validators';
import { joined } from '../../harness/joined';

const issuer = { origin: 'https://clinic.example', locale: 'en' } as const;
const base = `${issuer.origin}/fhir/R4`;

let clinic: TestClinic;
let doctor: DoctorPerson;
beforeAll(async () => {
  clinic = await openClinic();
  doctor = await createDoctor(clinic.clock, await createSite(clinic.clock));
});
afterAll(() => clinic.close());
/** A patient with a visit, a signed record and a draft that say `word`. */
async function patientOf(word: string) {
  const patient = await createPatient(clinic.clock, doctor.clinicId, `Patient ${word}`);
  await relate(clinic.clock, patient, doctor);
  const { days } = await patient.call(listSlots, { id: doctor.id });
  const scheduled_at = days.flatMap(({ slots }) => slots)[0]?.starts_at ?? '';
  await patient.call(bookAppointment, { doctor_id: doctor.id, scheduled_at, notes: `visit ${word}` });
  const write = (text: string, more: object) =>
    doctor.call(createRecord, {
      ...{ patient_id: patient.id, record_type: 'diagnosis' },
      ...{ content: { text, clinical_status: 'active' }, ...more },
    } as never);
  await write(`diagnosis ${word}`, {});
  await write(`draft ${word}`, { draft: true });
  return patient;
}

/** The archive as its patient saves it. */
async function archiveOf(own: PatientPerson, room?: Room) {
  const taken = await own.call(takeRecord, { format: 'archive' });
  const open = (id: string) => own.call(openDocument, { id: id as never });
  return joined(await archiveFile(taken, issuer, recordDocuments(taken.copy.records, open, room)));
}

const published = async () => ({
  issuer: issuer.origin,
  keys: await recordKeys(),
});

/** The same archive with another first byte in one file, packed anew. */
function withChanged(zip: Uint8Array, path: string): Uint8Array {
  const files: Record<string, Uint8Array> = unzipSync(zip);
  files[path] = changedAt(files[path] ?? new Uint8Array(), '');
  return zipSync(files as Zippable);
}

function changedAt(zip: Uint8Array, text: string): Uint8Array {
  const changed = Uint8Array.from(zip);
  const at = Buffer.from(zip).indexOf(text);
  changed[at] = (changed[at] ?? 0) ^ 1;
  return changed;
}

interface Entry {
  fullUrl: string;
  resource: { resourceType: string; id: string };
}
function bundleOf(bytes: Uint8Array): { type: string; entry: Entry[] } {
  return JSON.parse(new TextDecoder().decode(bytes));
}
describe('a record that its patient takes along', () => {
  it('is all of theirs as FHIR, whose it is first, without drafts and without anybody else', async () => {
    const [own, other] = [await patientOf('aardvark'), await patientOf('buffalo')];
    const taken = await own.call(takeRecord, { format: 'fhir' });
    const bundle = bundleOf(fhirFile(taken, issuer));
    expect(bundle.type).toBe('collection');
    expect(bundle.entry.map(({ resource }) => resource.resourceType)).toEqual([
      ...['Patient', 'Practitioner', 'Appointment', 'Condition', 'Provenance'],
    ]);
    const text = JSON.stringify(bundle);
    for (const word of ['Patient aardvark', 'diagnosis aardvark', 'visit aardvark'])
      expect(text).toContain(word);
    for (const foreign of ['draft aardvark', 'buffalo', other.id]) expect(text).not.toContain(foreign);
    expect(text).toBe(JSON.stringify(bundleOf(fhirFile(taken, issuer))));
  });
  it('has every reference resolved in itself, and is valid FHIR', async () => {
    const own = await patientOf('caribou');
    const bundle = bundleOf(fhirFile(await own.call(takeRecord, { format: 'fhir' }), issuer));
    const urls = new Set(bundle.entry.map(({ fullUrl }) => fullUrl));
    const references = [...JSON.stringify(bundle).matchAll(/"reference":"([^"]+)"/g)].map(
      ([, at]) => at ?? '',
    );
    expect(references.length).toBeGreaterThan(3);
    for (const reference of references) {
      expect(urls).toContain(`${base}/${reference.replace(/\/_history\/\d+$/, '')}`);
    }
    for (const { resource } of bundle.entry) expect(faultsOf(resource)).toEqual([]);
  });
  it('is an archive that holds until a byte of it is another', async () => {
    const own = await patientOf('dingo');
    const zip = await archiveOf(own);
    const verdict = await verifyArchive(zip, await published());
    expect(verdict).toMatchObject({ state: 'valid', manifest: { record_number: own.id } });
    const paths = verdict.state === 'valid' ? verdict.manifest.files.map(({ path }) => path) : [];
    expect(paths).toEqual(['README.txt', 'record.pdf', 'bundle.json', 'account.json', 'KEY.json']);
    expect(await verifyArchive(changedAt(zip, '%PDF'), await published())).toMatchObject({
      state: 'changed',
      differences: [{ path: 'record.pdf', fault: 'changed' }],
    });
  });
  it('is logged with its format', async () => {
    const own = await patientOf('elk');
    await own.call(takeRecord, { format: 'pdf' });
    const event = (await clinic.events()).findLast(({ action }) => action === 'EXPORT_OWN_DATA');
    expect(event).toMatchObject({ patient_id: own.id, additional_info: { format: 'pdf', records: 1 } });
  });

  it('is measured before', async () => {
    const own = await patientOf('fox');
    const { records, bytes } = await own.call(measureRecord, {});
    expect(records).toBe(1);
    expect(bytes).toBeGreaterThan(100);
  });
  it('is nothing that a doctor without a chart of their own has', async () => {
    expect((await doctor.refusal(takeRecord, { format: 'fhir' })).code).toBe('not_found');
    expect((await doctor.refusal(measureRecord, {})).code).toBe('not_found');
  });
  it('asks once more who it is when that was shown long ago', async () => {
    const person = visitor(
      clinic.clock,
      await signIn(clinic.clock, await createAccount(clinic.clock, 'patient')),
    );
    clinic.clock.advance(3600);
    expect((await person.refusal(takeRecord, { format: 'fhir' })).code).toBe(
      'insufficient_user_authentication',
    );
  });
});

describe('the files of documents in an archive', () => {
  const upload = async (own: PatientPerson, text: string) =>
    (
      await own.call(uploadOwnDocument, {
        title: `Title ${text}`,
        content: Buffer.from(text),
      })
    ).id;
  const listIn = (files: Record<string, Uint8Array>) =>
    JSON.parse(strFromU8(files['documents.json'] ?? new Uint8Array())) as Record<string, unknown>[];

  it('are the bytes that were uploaded, listed with their hashes; a changed one is named', async () => {
    const [own, other] = [await patientOf('gnu'), await patientOf('heron')];
    const id = await upload(own, 'the letter of a gnu');
    await upload(other, 'the letter of a heron');
    const zip = await archiveOf(own);
    expect(await verifyArchive(zip, await published())).toMatchObject({
      state: 'valid',
      manifest: {
        files: expect.arrayContaining([expect.objectContaining({ path: `documents/${id}.txt` })]),
      },
    });
    const files = unzipSync(zip);
    expect(strFromU8(files[`documents/${id}.txt`] ?? new Uint8Array())).toBe('the letter of a gnu');
    expect(listIn(files)).toMatchObject([
      {
        document: id,
        title: 'Title the letter of a gnu',
        path: `documents/${id}.txt`,
        left_out: null,
      },
    ]);
    expect(Object.keys(files).filter((path) => path.startsWith('documents/'))).toHaveLength(1);
    expect(await verifyArchive(withChanged(zip, `documents/${id}.txt`), await published())).toMatchObject({
      state: 'changed',
      differences: [{ path: `documents/${id}.txt`, fault: 'changed' }],
    });
    const opened = (await clinic.events()).filter(({ action }) => action === 'DOWNLOAD_DOCUMENT');
    expect(opened.map(({ resource_id }) => resource_id)).toEqual([id]);
  });

  it('are held back as a download is, and the list says so', async () => {
    const own = await patientOf('ibis');
    const texts = ['infected', 'scanning', 'scan_failed', 'clean'];
    const ids: string[] = [];
    for (const text of texts) ids.push(await upload(own, text));
    await asRole(clinic.database.superuserUrl, async (sql) => {
      for (const [at, id] of ids.entries())
        await sql`update blobs set scan = ${texts[at] ?? ''} where record_id = ${id}`;
    });
    const files = unzipSync(await archiveOf(own));
    expect(Object.keys(files).filter((path) => path.startsWith('documents/'))).toEqual([
      `documents/${ids[3]}.txt`,
    ]);
    const told = listIn(files).map(({ document, left_out }) => [document, left_out]);
    expect(new Map(told as never)).toEqual(new Map(ids.map((id, at) => [id, at === 3 ? null : 'withheld'])));
  });

  it('are those that the patient reads, with restricted ones', async () => {
    const own = await patientOf('jackal');
    const write = (title: string, more: object) =>
      doctor.call(uploadDocument, {
        patient_id: own.id,
        title,
        content: Buffer.from(title),
        ...more,
      } as never);
    const { id } = await write('restricted', {});
    await asRole(clinic.database.superuserUrl, (sql) =>
      sql.begin(async (tx) => {
        await tx`set local session_replication_role = replica`;
        await tx`update medical_records set sensitivity = 'restricted' where id = ${id}`;
      }),
    );
    const files = unzipSync(await archiveOf(own));
    expect(listIn(files)).toMatchObject([{ document: id, left_out: null }]);
  });

  it('have a room; what finds none is named, and not opened', async () => {
    const own = await patientOf('kiwi');
    for (const text of ['one', 'two', 'three']) await upload(own, text);
    const before = (await clinic.events()).length;
    const files = unzipSync(await archiveOf(own, { bytes: 1000, files: 2 }));
    expect(listIn(files).map(({ left_out }) => left_out)).toEqual([null, null, 'no_room']);
    const events = (await clinic.events()).slice(before);
    expect(events.filter(({ action }) => action === 'DOWNLOAD_DOCUMENT')).toHaveLength(2);
    const small = unzipSync(await archiveOf(own, { bytes: 4, files: 9 }));
    expect(listIn(small).filter(({ left_out }) => left_out === 'no_room')).toHaveLength(1);
  });
});
