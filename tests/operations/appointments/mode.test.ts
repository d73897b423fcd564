import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { bookAppointment } from '#lib/operations/appointments/book';
import { holdAppointment } from '#lib/operations/appointments/hold';
import { getOwnHold } from '#lib/operations/appointments/own-hold';
import { listSlots } from '#lib/operations/doctors/list-slots';
import { newId } from '#lib/platform/ids';
import {
  createDoctor,
  createPatient,
  createSite,
  type DoctorPerson,
  type PatientPerson,
} from '../../factories/care';
import { createService } from '../../factories/service';
import { asRole } from '../../harness/as-role';
import { openClinic, type TestClinic } from '../../harness/clinic';

let clinic: TestClinic;
let doctor: DoctorPerson;
let patient: PatientPerson;

beforeAll(async () => {
  clinic = await openClinic();
});
afterAll(() => clinic.close());

// The clock stands on Monday, 2 March 2026, 9:00; London is on UTC until 29 March. Tuesday is seen by video alone.
beforeEach(async () => {
  clinic.clock.set('2026-03-02T09:00:00Z');
  const site = await createSite(clinic.clock);
  doctor = await createDoctor(clinic.clock, site);
  patient = await createPatient(clinic.clock, site);
  await sql(
    (run) => run`
      update availability_rules set in_person = (weekday <> 2), video = (weekday <> 4) where practitioner_id = ${doctor.id}`,
  );
});

const sql = (statement: Parameters<typeof asRole>[1]) => asRole(clinic.database.superuserUrl, statement);
const nine = (day: number) => ({ doctor_id: doctor.id, scheduled_at: `2026-03-0${day}T09:00:00Z` });
const [tuesday, wednesday, thursday] = [3, 4, 5];
const startsOn = async (day: number, more: { service_id?: string; mode?: 'video' | 'in_person' } = {}) => {
  const { days } = await patient.call(listSlots, {
    ...{ id: doctor.id, from: `2026-03-0${day}`, days: 1 },
    ...more,
  });
  return days[0]?.slots.map(({ starts_at }) => starts_at.slice(11, 16));
};

it('a time that is by video alone is held and booked as that, where nothing is said', async () => {
  const { id } = await patient.call(holdAppointment, nine(tuesday));
  const { hold } = await patient.call(getOwnHold, {});
  expect(hold).toMatchObject({ id, mode: 'video' });
  const visit = await patient.call(bookAppointment, { ...nine(tuesday), mode: 'video', hold_id: id });
  expect(visit).toMatchObject({ id, mode: 'video' });
});

it('a time that may be either is in person, where nothing is said', async () => {
  expect(await patient.call(bookAppointment, nine(wednesday))).toMatchObject({ mode: 'in_person' });
});

it('a service by video alone is booked as that, and in hours by video alone', async () => {
  const service_id = await createService(clinic.clock, doctor, { minutes: 30, in_person: false });
  expect(await startsOn(thursday, { service_id })).toEqual([]);
  const refusal = await patient.refusal(bookAppointment, { ...nine(thursday), service_id });
  expect(refusal.facts.errors).toMatchObject([{ path: 'scheduled_at', code: 'not_offered' }]);
  expect(await patient.call(bookAppointment, { ...nine(wednesday), service_id })).toMatchObject({
    mode: 'video',
  });
});

it('a visit by video needs no room, and is offered while another has it', async () => {
  const [room, second] = [newId('rooms'), await createDoctor(clinic.clock, doctor.clinicId)];
  await sql(
    (run) =>
      run`insert into rooms (id, clinic_id, name, created_at) values (${room}, ${doctor.clinicId}, 'Room 1', now())`,
  );
  await sql(
    (run) => run`
      update availability_rules set room_id = ${room} where practitioner_id in (${doctor.id}, ${second.id})`,
  );
  const other = await createPatient(clinic.clock, doctor.clinicId);
  await other.call(bookAppointment, { ...nine(wednesday), doctor_id: second.id });
  expect(await startsOn(wednesday, { mode: 'in_person' })).not.toContain('09:00');
  expect(await startsOn(wednesday, { mode: 'video' })).toContain('09:00');
  const visit = await patient.call(bookAppointment, { ...nine(wednesday), mode: 'video' });
  expect(visit).toMatchObject({ mode: 'video' });
});
