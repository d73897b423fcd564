import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { bookAppointment } from '#lib/operations/appointments/book';
import { holdAppointment } from '#lib/operations/appointments/hold';
import { newId } from '#lib/platform/ids';
import {
  createDoctor,
  createPatient,
  createSite,
  type DoctorPerson,
  type PatientPerson,
  relate,
} from '../../factories/care';
import { asRole } from '../../harness/as-role';
import { openClinic, type TestClinic } from '../../harness/clinic';

let clinic: TestClinic;
let doctor: DoctorPerson;
let patient: PatientPerson;

beforeAll(async () => {
  clinic = await openClinic();
});
afterAll(() => clinic.close());

// The clock stands on Monday, 2 March 2026, 9:00; London is on UTC until 29 March.
beforeEach(async () => {
  clinic.clock.set('2026-03-02T09:00:00Z');
  const site = await createSite(clinic.clock);
  doctor = await createDoctor(clinic.clock, site);
  patient = await createPatient(clinic.clock, site);
});

const sql = (statement: Parameters<typeof asRole>[1]) => asRole(clinic.database.superuserUrl, statement);
const nine = '2026-03-03T09:00:00Z';
const wish = () => ({ doctor_id: doctor.id, scheduled_at: nine });

it('what is held is booked, also where it could be asked for no more', async () => {
  await sql(
    (run) => run`
      insert into practitioner_calendars (practitioner_id, buffer_minutes, lead_minutes, horizon_days, version, updated_at)
      values (${doctor.id}, 0, 1440, 366, 1, now())`,
  );
  const { id } = await patient.call(holdAppointment, wish());
  clinic.clock.advance(4 * 60);
  const late = await patient.refusal(bookAppointment, wish());
  expect(late.facts.errors).toMatchObject([{ path: 'scheduled_at', code: 'not_offered' }]);
  expect(await patient.call(bookAppointment, { ...wish(), hold_id: id })).toMatchObject({ id });
});

it('what is held is not booked any more once it has begun', async () => {
  clinic.clock.set('2026-03-02T09:28:00Z');
  const soon = { ...wish(), scheduled_at: '2026-03-02T09:30:00Z' };
  const { id } = await patient.call(holdAppointment, soon);
  clinic.clock.advance(2 * 60);
  const refusal = await patient.refusal(bookAppointment, { ...soon, hold_id: id });
  expect(refusal.facts.errors).toMatchObject([{ path: 'scheduled_at', code: 'in_the_past' }]);
});

it('what is held is not booked into the leave that its doctor has taken meanwhile', async () => {
  const { id } = await patient.call(holdAppointment, wish());
  await sql(
    (run) => run`
      insert into absences (id, practitioner_id, kind, starts_at, ends_at, created_at)
      values (${newId('absences')}, ${doctor.id}, 'leave', ${nine}, '2026-03-03T12:00:00Z', now())`,
  );
  expect((await patient.refusal(bookAppointment, { ...wish(), hold_id: id })).code).toBe('slot_taken');
});

it('what is booked is as long as was asked for, whatever was held', async () => {
  await relate(clinic.clock, patient, doctor);
  const theirs = { ...wish(), patient_id: patient.id };
  const { id } = await doctor.call(holdAppointment, { ...theirs, duration_minutes: 30 });
  const visit = await doctor.call(bookAppointment, { ...theirs, duration_minutes: 60, hold_id: id });
  expect(visit).toMatchObject({ scheduled_at: nine, ends_at: '2026-03-03T10:00:00Z' });
});
