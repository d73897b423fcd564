import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createImport } from '#lib/operations/imports/create';
import { readResource } from '#lib/operations/resources/read';
import type { Id } from '#lib/platform/ids';
import {
  createDoctor,
  createPatient,
  createSite,
  type DoctorPerson,
  type PatientPerson,
  relate,
} from '../../factories/care';
import { openClinic, type TestClinic } from '../../harness/clinic';
import { content } from './bundles';
import { lines, upload } from './uploads';

let clinic: TestClinic;
let site: Id<'clinics'>;
let doctor: DoctorPerson;
let patient: PatientPerson;

beforeAll(async () => {
  clinic = await openClinic();
  site = await createSite(clinic.clock);
  doctor = await createDoctor(clinic.clock, site);
}, 60_000);
afterAll(() => clinic.close());
beforeEach(async () => {
  patient = await createPatient(clinic.clock, site, 'Zoë Ek');
  await relate(clinic.clock, patient, doctor);
});

const person = (more: object = {}) => ({
  resourceType: 'Patient',
  id: 'p1',
  name: [{ family: 'Ek', given: ['Zoe'] }],
  gender: 'female',
  birthDate: '1980-05-17',
  ...more,
});
const send = (more: object) => upload(clinic, doctor, patient, lines(person(more)));
const taken = { state: 'done', known: 1, rejected: 0 };

describe('the patient of an upload', () => {
  it.each([
    ['a name before marriage', { name: [{ family: 'Berg', given: ['ZOË'] }] }],
    ['marks on an invented name', { name: [{ family: 'Ek710' }] }],
    ['a date of birth alone', { name: undefined }],
    ['a name alone', { birthDate: undefined }],
  ])('may be known by %s', async (_, more) => {
    expect(await send(more)).toMatchObject(taken);
  });

  it.each([
    [
      'of the same day of birth and no name of theirs',
      { name: [{ family: 'Berg', given: ['Ida'] }] },
      'Resource[0].name',
      'other_name',
    ],
    [
      'of no date of birth and another name',
      { name: [{ family: 'Berg' }], birthDate: undefined },
      'Resource[0].name',
      'other_name',
    ],
    ['of whom nothing is said', { name: undefined, birthDate: undefined }, 'Resource[0]', 'unknown_person'],
  ])('is refused where it is somebody %s', async (_, more, path, code) => {
    const asked = { content: content(lines(person(more))), patient_id: patient.id };
    await expect(doctor.call(createImport, asked)).rejects.toMatchObject({
      code: 'validation_failed',
      facts: { errors: [{ path, code }] },
    });
  });

  it('is known again by an identifier, whatever they are called by then', async () => {
    const identifier = [{ system: 'urn:oid:1.2', value: `77-${patient.id}` }];
    await send({ identifier });
    expect(await send({ identifier, name: [{ family: 'Berg' }], birthDate: undefined })).toMatchObject(taken);
  });
});

const shown = async () => {
  const { resource } = await doctor.call(readResource, { resource_type: 'Patient', id: patient.id });
  return JSON.parse(resource);
};

describe('what it says beyond the chart', () => {
  const more = {
    identifier: [{ system: 'urn:oid:1.2', value: '9' }],
    communication: [{ language: { text: 'Swedish' } }],
  };

  it('is kept with it, and a later upload does not take its place', async () => {
    expect((await send(more)).issues).toMatchObject([]);
    const kept = { ...more, name: [{ text: 'Zoë Ek' }], gender: 'female', birthDate: '1980-05-17' };
    expect(await shown()).toMatchObject(kept);
    const later = await send({ ...more, communication: [{ language: { text: 'Sami' } }], active: true });
    expect(later.issues).toEqual([
      { position: 0, path: 'Resource[0].communication', code: 'patient_kept', severity: 'warning' },
    ]);
    expect(await shown()).toMatchObject({ ...kept, active: true });
  });

  it('is told where the chart says something else', async () => {
    const { issues } = await send({ gender: 'unknown' });
    expect(issues).toEqual([
      { position: 0, path: 'Resource[0].gender', code: 'patient_kept', severity: 'warning' },
    ]);
    expect(await shown()).toMatchObject({ gender: 'female' });
  });
});
