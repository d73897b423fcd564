import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { bookAppointment } from '#lib/operations/appointments/book';
import { cancelAppointment } from '#lib/operations/appointments/cancel';
import { changeVisitState } from '#lib/operations/appointments/change-state';
import { confirmVisit } from '#lib/operations/appointments/confirm';
import { getAppointment } from '#lib/operations/appointments/get';
import { updateAppointment } from '#lib/operations/appointments/update';
import {
  createAdmin,
  createDoctor,
  createPatient,
  createSite,
  type DoctorPerson,
  type PatientPerson,
  type Person,
} from '../../factories/care';
import { createCarer } from '../../factories/carer';
import { openClinic, type TestClinic } from '../../harness/clinic';
import { codeOf } from '../../harness/code-of';

let clinic: TestClinic;
let doctor: DoctorPerson;
let patient: PatientPerson;
let id: string;

beforeAll(async () => {
  clinic = await openClinic();
});
afterAll(() => clinic.close());

// The clock stands on Monday, 2 March 2026, 9:00; the visit is from 11:00 to 11:30, and London is on UTC until 29 March.
const now = '2026-03-02T09:00:00Z';
beforeEach(async () => {
  clinic.clock.set(now);
  const site = await createSite(clinic.clock);
  doctor = await createDoctor(clinic.clock, site);
  patient = await createPatient(clinic.clock, site);
  const wish = { doctor_id: doctor.id, scheduled_at: '2026-03-02T11:00:00Z' };
  id = (await patient.call(bookAppointment, wish)).id;
});

const confirm = (by: Person = patient) => by.call(confirmVisit, { id });
const seen = (by: Person = patient) => by.call(getAppointment, { id });

it('the patient says that they will come; both sides see it, and the version stays', async () => {
  expect(await seen()).toMatchObject({ confirmed_at: null, can: { confirm: { allowed: true } } });
  expect(await confirm()).toMatchObject({ id, confirmed_at: now, version: 1, state: 'scheduled' });
  expect(await seen(doctor)).toMatchObject({ confirmed_at: now, can: { confirm: { allowed: false } } });
  const event = (await clinic.events()).findLast(({ action }) => action === 'CONFIRM_APPOINTMENT');
  expect(event).toMatchObject({ user_id: patient.account.id, resource_id: id });
});

it('it may be said again, and the first time counts', async () => {
  await confirm();
  clinic.clock.advance(60);
  expect(await confirm()).toMatchObject({ confirmed_at: now });
});

it('who books for the patient says it too; who reads alone, the doctor and strangers do not', async () => {
  const reads = await createCarer(clinic, patient, 'chart', '2026-03-20');
  for (const each of [reads, doctor]) expect(await codeOf(confirm(each))).toBe('forbidden');
  expect(await codeOf(confirm(await createPatient(clinic.clock, doctor.clinicId)))).toBe('not_found');
  expect(await codeOf(confirm(await createAdmin(clinic.clock)))).toBe('insufficient_scope');
  expect((await seen()).confirmed_at).toBeNull();
  const books = await createCarer(clinic, patient, 'appointments', '2026-03-20');
  expect(await confirm(books)).toMatchObject({ confirmed_at: now });
});

it('it is said until the visit begins, and of none that was called off or whose patient is there', async () => {
  const wish = (scheduled_at: string) => ({ doctor_id: doctor.id, scheduled_at });
  const next = (await patient.call(bookAppointment, wish('2026-03-02T11:30:00Z'))).id;
  const off = (await patient.call(bookAppointment, wish('2026-03-03T11:00:00Z'))).id;
  await patient.call(cancelAppointment, { id: off });
  expect(await codeOf(patient.call(confirmVisit, { id: off }))).toBe('conflict');
  clinic.clock.set('2026-03-02T10:59:59Z');
  expect((await seen()).can.confirm.allowed).toBe(true);
  clinic.clock.advance(1);
  expect((await seen()).can.confirm.reason).toBe('already_begun');
  expect(await codeOf(confirm())).toBe('conflict');
  await patient.call(changeVisitState, { id: next, state: 'arrived' });
  expect(await codeOf(patient.call(confirmVisit, { id: next }))).toBe('conflict');
});

it('it is of the time that was shown: a visit that was moved meanwhile is told, and stands unconfirmed', async () => {
  await confirm();
  await patient.call(updateAppointment, { id, scheduled_at: '2026-03-03T11:00:00Z' });
  expect((await seen()).confirmed_at).toBeNull();
  const stale = patient.call(confirmVisit, { id, expected_version: 1 });
  expect(await codeOf(stale)).toBe('stale_version');
  expect(await patient.call(confirmVisit, { id, expected_version: 2 })).toMatchObject({ confirmed_at: now });
});
