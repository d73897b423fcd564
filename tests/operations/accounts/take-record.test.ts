import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyArchive } from '#lib/archive/verify-archive';
import { recordKeys } from '#lib/auth/record-signature';
import { bookAppointment } from '#lib/operations/appointments/book';
import { listSlots } from '#lib/operations/doctors/list-slots';
import { createRecord } from '#lib/operations/records/create';
import { measureRecord } from '#lib/operations/users/measure-record';
import { takeRecord } from '#lib/operations/users/take-record';
import { archiveFile, fhirFile } from '#lib/transport/record/record-files';
import { createAccount, signIn } from '../../factories/account';
import { createDoctor, createPatient, createSite, type DoctorPerson, relate } from '../../factories/care';
import { visitor } from '../../factories/visitor';
import { openClinic, type TestClinic } from '../../harness/clinic';
import { faultsOf } from '../../harness/fhir-validators';

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
    const zip = await archiveFile(await own.call(takeRecord, { format: 'archive' }), issuer);
    const published = { issuer: issuer.origin, keys: await recordKeys() };
    const verdict = await verifyArchive(zip, published);
    expect(verdict).toMatchObject({ state: 'valid', manifest: { record_number: own.id } });
    const paths = verdict.state === 'valid' ? verdict.manifest.files.map(({ path }) => path) : [];
    expect(paths).toEqual(['README.txt', 'record.pdf', 'bundle.json', 'account.json', 'KEY.json']);
    const changed = Uint8Array.from(zip);
    const inPdf = Buffer.from(zip).indexOf('%PDF');
    changed[inPdf + 9] = (changed[inPdf + 9] ?? 0) ^ 1;
    expect(await verifyArchive(changed, published)).toMatchObject({
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
