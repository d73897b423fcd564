import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { bookAppointment } from '#lib/operations/appointments/book';
import { cancelAppointment } from '#lib/operations/appointments/cancel';
import { getAppointment } from '#lib/operations/appointments/get';
import { updateAppointment } from '#lib/operations/appointments/update';
import {
  createDoctor,
  createPatient,
  createSite,
  type DoctorPerson,
  type PatientPerson,
} from '../../factories/care';
import { openClinic, type TestClinic } from '../../harness/clinic';

let clinic: TestClinic;
let doctor: DoctorPerson;
let patient: PatientPerson;
let id: string;

const nine = '2026-03-03T09:00:00Z';

beforeAll(async () => {
  clinic = await openClinic();
});
afterAll(() => clinic.close());

beforeEach(async () => {
  clinic.clock.set('2026-03-02T10:00:00Z');
  const site = await createSite(clinic.clock);
  doctor = await createDoctor(clinic.clock, site);
  patient = await createPatient(clinic.clock, site);
  const wish = { doctor_id: doctor.id, scheduled_at: nine, notes: 'Canary-77d1 cough' };
  id = (await patient.call(bookAppointment, wish)).id;
});

const refusedTo = async (who: DoctorPerson | PatientPerson, visit: string, notes: string | null) =>
  (await who.refusal(updateAppointment, { id: visit, notes })).code;

it('what the patient has written is theirs until the visit begins, and what staff then note is the staff’s', async () => {
  expect(await refusedTo(doctor, id, 'Too soon')).toBe('conflict');
  clinic.clock.set(nine);
  expect(await refusedTo(patient, id, 'Begun')).toBe('conflict');
  const noted = { id, status: 'completed', notes: 'Canary-5ee1 rest' } as const;
  expect((await doctor.call(updateAppointment, noted)).notes).toBe('Canary-5ee1 rest');
  expect([await refusedTo(patient, id, null), await refusedTo(patient, id, 'No')]).toEqual([
    'conflict',
    'conflict',
  ]);
  expect((await patient.call(getAppointment, { id })).notes).toBe('Canary-5ee1 rest');
});

it('the event names the fields that were changed, and never what they say', async () => {
  await patient.call(updateAppointment, { id, notes: 'Canary-0b2c fever' });
  await patient.call(updateAppointment, { id, scheduled_at: '2026-03-10T11:30:00Z' });
  const events = (await clinic.events()).filter((event) => event.resource_id === id);
  expect(events.map((event) => event.additional_info)).toEqual([
    null,
    { version: 2, fields: 'notes' },
    { version: 3, fields: 'scheduled_at' },
  ]);
  expect(JSON.stringify(events)).not.toContain('Canary');
});

it('a visit that the doctor has booked bears their note; once it is cancelled nobody writes', async () => {
  const wish = { doctor_id: doctor.id, patient_id: patient.id, scheduled_at: '2026-03-03T09:30:00Z' };
  const theirs = (await doctor.call(bookAppointment, wish)).id;
  await doctor.call(updateAppointment, { id: theirs, notes: 'Bring the letter' });
  expect(await refusedTo(patient, theirs, null)).toBe('forbidden');
  await doctor.call(cancelAppointment, { id: theirs });
  expect(await refusedTo(doctor, theirs, 'Late')).toBe('conflict');
});

it('what staff have noted stays theirs when the patient moves the visit, or staff move one that had begun', async () => {
  const wish = { doctor_id: doctor.id, patient_id: patient.id, scheduled_at: '2026-03-03T09:30:00Z' };
  const theirs = (await doctor.call(bookAppointment, { ...wish, notes: 'Bring the letter' })).id;
  await patient.call(updateAppointment, { id: theirs, scheduled_at: '2026-03-10T11:30:00Z' });
  expect(await refusedTo(patient, theirs, 'Mine now')).toBe('forbidden');
  clinic.clock.set(nine);
  await doctor.call(updateAppointment, { id, notes: 'Did not come' });
  await doctor.call(updateAppointment, { id, scheduled_at: '2026-03-10T12:30:00Z' });
  expect(await refusedTo(patient, id, 'Did come')).toBe('forbidden');
  expect((await patient.call(getAppointment, { id })).notes).toBe('Did not come');
});
