import { afterAll, beforeAll, expect, it } from 'vitest';
import { bookAppointment } from '#lib/operations/appointments/book';
import { cancelAppointment } from '#lib/operations/appointments/cancel';
import { getAppointment } from '#lib/operations/appointments/get';
import { listClinicDoctors } from '#lib/operations/doctors/list';
import { getPatient } from '#lib/operations/patients/get';
import { listOwnPatients } from '#lib/operations/patients/list';
import {
  createAdmin,
  createDoctor,
  createPatient,
  createSite,
  type DoctorPerson,
  type PatientPerson,
  relate,
} from '../../factories/care';
import { openClinic, type TestClinic } from '../../harness/clinic';

let clinic: TestClinic;
let doctor: DoctorPerson;
let garcia: PatientPerson;

beforeAll(async () => {
  clinic = await openClinic();
  const site = await createSite(clinic.clock);
  doctor = await createDoctor(clinic.clock, site);
  garcia = await createPatient(clinic.clock, site, 'María José García-Ñuñez');
  const obrien = await createPatient(clinic.clock, site, "Seán O'Brien");
  for (const each of [garcia, obrien]) await relate(clinic.clock, each, doctor);
  await createPatient(clinic.clock, site, 'Somebody Else');
});
afterAll(() => clinic.close());

it.each([
  ['', ['María José García-Ñuñez', "Seán O'Brien"]],
  ['garcia', ['María José García-Ñuñez']],
  ['NUN mar', ['María José García-Ñuñez']],
  ['brien', ["Seán O'Brien"]],
  ['arcia', []],
  ['somebody', []],
])('a doctor who looks for %j finds their own patients only', async (q, names) => {
  const { items, total } = await doctor.call(listOwnPatients, { q });
  expect(items.map((item) => item.legal_name)).toEqual(names);
  expect(total).toBe(names.length);
});

it('what was looked for stands in no event', async () => {
  await doctor.call(listOwnPatients, { q: 'garcia' });
  const events = (await clinic.events()).filter((event) => event.action === 'LIST_PATIENTS');
  expect(JSON.stringify(events)).not.toContain('garcia');
});

it('the panel shows the visits to this doctor, and a chart is known to who may open it', async () => {
  const visit = await garcia.call(bookAppointment, {
    doctor_id: doctor.id,
    scheduled_at: '2026-03-04T10:00:00Z',
  });
  const { items } = await doctor.call(listOwnPatients, { q: 'garcia' });
  expect(items).toMatchObject([
    { id: garcia.id, last_visit_at: null, next_visit_at: visit.scheduled_at, birth_date: '1980-05-17' },
  ]);
  expect(await doctor.call(getPatient, { id: garcia.id })).toMatchObject({
    legal_name: 'María José García-Ñuñez',
    sex: 'female',
    deceased: false,
    relation: 'treating',
  });
  expect((await garcia.call(getPatient, { id: garcia.id })).relation).toBe('self');
});

it('is closed to patients, strangers and admins', async () => {
  const stranger = await createDoctor(clinic.clock, doctor.clinicId);
  const admin = await createAdmin(clinic.clock);
  expect((await garcia.refusal(listOwnPatients, {})).code).toBe('forbidden');
  expect((await admin.refusal(listOwnPatients, {})).code).toBe('insufficient_scope');
  expect((await stranger.call(listOwnPatients, {})).items).toEqual([]);
  expect((await stranger.refusal(getPatient, { id: garcia.id })).code).toBe('not_found');
});

it('a cancelled booking closes the chart that it alone had opened; the doctor still sees the cancelled visit', async () => {
  const other = await createDoctor(clinic.clock, doctor.clinicId);
  const visit = await garcia.call(bookAppointment, {
    doctor_id: other.id,
    scheduled_at: '2026-03-05T10:00:00Z',
    notes: 'Headache',
  });
  const { id } = visit;
  expect(await other.call(getAppointment, { id })).toMatchObject({ notes: 'Headache' });
  await garcia.call(cancelAppointment, { id });
  expect((await other.refusal(getPatient, { id: garcia.id })).code).toBe('not_found');
  expect(await other.call(getAppointment, { id })).toMatchObject({
    status: 'cancelled',
    patient_name: null,
    notes: null,
  });
  expect((await other.refusal(cancelAppointment, { id })).code).toBe('not_found');
  expect((await doctor.call(getPatient, { id: garcia.id })).relation).toBe('treating');
});

it('everybody who books may know the doctors', async () => {
  const { items } = await garcia.call(listClinicDoctors, {});
  expect(items).toContainEqual({
    id: doctor.id,
    display_name: 'Dr Amara Okafor',
    speciality: 'General practice',
    clinic_id: doctor.clinicId,
    clinic_name: 'Northgate Clinic',
    zone: 'Europe/London',
  });
});
