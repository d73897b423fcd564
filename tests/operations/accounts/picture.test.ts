import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { getPicture } from '#lib/operations/pictures/get';
import { removePicture } from '#lib/operations/pictures/remove';
import { setPicture } from '#lib/operations/pictures/set';
import { getMe } from '#lib/operations/users/get-me';
import { updateMe } from '#lib/operations/users/update-me';
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
import { openClinic, type TestClinic } from '../../harness/clinic';
import { aPdf, aPhoto, someText } from '../documents/files';

let clinic: TestClinic;
let patient: PatientPerson;
let other: PatientPerson;
let doctor: DoctorPerson;
let stranger: DoctorPerson;
let admin: Person;

beforeAll(async () => {
  clinic = await openClinic();
  const { clock } = clinic;
  const site = await createSite(clock);
  [patient, other] = [await createPatient(clock, site), await createPatient(clock, site, 'Gus Dicki')];
  [doctor, stranger] = [await createDoctor(clock, site), await createDoctor(clock, site)];
  admin = await createAdmin(clock);
  await relate(clock, patient, doctor);
});
afterAll(() => clinic.close());

const seenBy = async (id: string) => {
  const people = { patient, other, doctor, stranger, admin };
  const seen: string[] = [];
  for (const [name, person] of Object.entries(people)) {
    const code = await person.call(getPicture, { id }).then(
      () => null,
      (error) => error.code,
    );
    if (code === null) seen.push(name);
    else expect(code).toBe('not_found');
  }
  return seen;
};

it('is small, square and silent, and its address stands in the profile', async () => {
  const { version } = await patient.call(getMe, {});
  const { id, profile_picture_url } = await patient.call(setPicture, { content: await aPhoto() });
  expect(await patient.call(getMe, {})).toMatchObject({ profile_picture_url, version: version + 1 });
  expect(profile_picture_url).toBe(`/api/v1/pictures/${id}`);
  const { content } = await patient.call(getPicture, { id });
  const { format, width, height, exif } = await sharp(content as Uint8Array).metadata();
  expect([format, width, height, exif]).toEqual(['webp', 256, 256, undefined]);
});

it('is seen by those who may see whom it shows', async () => {
  const ofPatient = await patient.call(setPicture, { content: await aPhoto() });
  const ofDoctor = await doctor.call(setPicture, { content: await aPhoto() });
  const ofAdmin = await admin.call(setPicture, { content: await aPhoto() });
  expect(await seenBy(ofPatient.id)).toEqual(['patient', 'doctor']);
  expect(await seenBy(ofDoctor.id)).toEqual(['patient', 'doctor']);
  expect(await seenBy(ofAdmin.id)).toEqual(['admin']);
  await asRole(
    clinic.database.superuserUrl,
    (sql) => sql`update care_relationships set valid_until = valid_from + interval '1 second'`,
  );
  clinic.clock.advance(5);
  expect(await seenBy(ofPatient.id)).toEqual(['patient']);
  expect(await seenBy(ofDoctor.id)).toEqual(['doctor']);
});

it('is replaced, and taken away by either door', async () => {
  const first = await patient.call(setPicture, { content: await aPhoto() });
  const second = await patient.call(setPicture, { content: await aPhoto('elsewhere') });
  expect((await patient.refusal(getPicture, { id: first.id })).code).toBe('not_found');
  await patient.call(removePicture, {});
  expect((await patient.call(getMe, {})).profile_picture_url).toBeNull();
  expect((await patient.refusal(getPicture, { id: second.id })).code).toBe('not_found');
  const third = await patient.call(setPicture, { content: await aPhoto() });
  const { profile_picture_url } = third;
  // A profile may be sent back as it was read.
  expect(await patient.call(updateMe, { profile_picture_url })).toMatchObject({ profile_picture_url });
  expect((await other.refusal(updateMe, { profile_picture_url })).code).toBe('validation_failed');
  expect((await patient.call(updateMe, { profile_picture_url: null })).profile_picture_url).toBeNull();
  expect((await patient.refusal(getPicture, { id: third.id })).code).toBe('not_found');
});

it('is an image that can be read', async () => {
  const codes: unknown[] = [];
  for (const content of [
    await aPdf(),
    someText('text'),
    (await aPhoto()).subarray(0, 100),
    new Uint8Array(),
  ]) {
    const { code, facts } = await patient.refusal(setPicture, { content });
    codes.push([code, facts.errors?.[0]?.code]);
  }
  expect(codes).toEqual([
    ['file_not_accepted', undefined],
    ['file_not_accepted', undefined],
    ['validation_failed', 'unreadable_image'],
    ['validation_failed', 'empty_file'],
  ]);
});
