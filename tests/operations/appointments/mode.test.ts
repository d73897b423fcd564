import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { bookAppointment } from '#lib/operations/appointments/book';
import { holdAppointment } from '#lib/operations/appointments/hold';
import { getOwnHold } from '#lib/operations/appointments/own-hold';
import { updateAppointment } from '#lib/operations/appointments/update';
import { listSlots } from '#lib/operations/doctors/list-slots';
import { setDay } from '#lib/operations/hours/set-day';
import { searchOpenings } from '#lib/operations/openings/search';
import { newId } from '#lib/platform/ids';
import {
  createDoctor,
  createPatient,
  createSite,
  type DoctorPerson,
  type PatientPerson,
  relate,
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

it('staff book an offered time as it is offered, as long and in that way', async () => {
  await relate(clinic.clock, patient, doctor);
  await sql(
    (run) => run`update availability_rules set slot_minutes = 20 where practitioner_id = ${doctor.id}`,
  );
  const agreed = (scheduled_at: string) =>
    doctor.call(bookAppointment, { doctor_id: doctor.id, patient_id: patient.id, scheduled_at });
  expect(await agreed(nine(tuesday).scheduled_at)).toMatchObject({
    mode: 'video',
    ends_at: '2026-03-03T09:20:00Z',
  });
  expect(await agreed('2026-03-03T06:00:00Z')).toMatchObject({
    mode: 'in_person',
    ends_at: '2026-03-03T06:30:00Z',
  });
});

it('a single day with hours of its own is spent in the way of that weekday', async () => {
  const hours = [{ starts: '14:00', ends: '15:00', slot_minutes: 30 }];
  await doctor.call(setDay, { day: '2026-03-03', hours });
  expect(await startsOn(tuesday, { mode: 'in_person' })).toEqual([]);
  expect(await startsOn(tuesday, { mode: 'video' })).toEqual(['14:00', '14:30']);
});

it('a single day that spans two of the weekday’s hours is spent in the way of each', async () => {
  await sql(
    (run) => run`
      update availability_rules set ends = '10:00' where practitioner_id = ${doctor.id} and weekday = 3`,
  );
  await sql(
    (run) => run`
      insert into availability_rules (id, practitioner_id, clinic_id, weekday, starts, ends, slot_minutes, in_person, video, created_at)
      values (${newId('availability_rules')}, ${doctor.id}, ${doctor.clinicId}, 3, '11:00', '12:00', 30, false, true, now())`,
  );
  await sql((run) => run`update availability_rules set video = false where weekday = 3 and starts < '10:00'`);
  const hours = [{ starts: '09:30', ends: '11:30', slot_minutes: 30 }];
  await doctor.call(setDay, { day: '2026-03-04', hours });
  expect(await startsOn(wednesday, { mode: 'in_person' })).toEqual(['09:30', '10:00', '10:30']);
  expect(await startsOn(wednesday, { mode: 'video' })).toEqual(['11:00']);
});

it('a single day that spans two of the weekday’s hours in one way is one stretch', async () => {
  await sql(
    (run) => run`
      update availability_rules set ends = '10:00' where practitioner_id = ${doctor.id} and weekday = 3`,
  );
  await sql(
    (run) => run`
      insert into availability_rules (id, practitioner_id, clinic_id, weekday, starts, ends, slot_minutes, in_person, video, created_at)
      values (${newId('availability_rules')}, ${doctor.id}, ${doctor.clinicId}, 3, '10:30', '12:00', 30, true, true, now())`,
  );
  const hours = [{ starts: '09:00', ends: '12:00', slot_minutes: 60 }];
  await doctor.call(setDay, { day: '2026-03-04', hours });
  expect(await startsOn(wednesday)).toEqual(['09:00', '10:00', '11:00']);
});

it('each free time says how the visit would take place', async () => {
  const modesOn = async (day: number, mode?: 'video') => {
    const asked = { id: doctor.id, from: `2026-03-0${day}`, days: 1, ...(mode && { mode }) };
    const { days } = await patient.call(listSlots, asked);
    return [...new Set(days[0]?.slots.map((slot) => slot.mode))];
  };
  expect(await modesOn(tuesday)).toEqual(['video']);
  expect(await modesOn(wednesday)).toEqual(['in_person']);
  expect(await modesOn(wednesday, 'video')).toEqual(['video']);
});

it('staff agree on no video where the clinic has no place for it, and move what they had agreed on', async () => {
  await relate(clinic.clock, patient, doctor);
  const agreed = (day: number) => ({ ...nine(day), patient_id: patient.id, mode: 'video' }) as const;
  const { id } = await doctor.call(bookAppointment, agreed(wednesday));
  await sql((run) => run`update clinics set video_url = null where id = ${doctor.clinicId}`);
  const refusal = await doctor.refusal(bookAppointment, agreed(thursday));
  expect(refusal.facts.errors).toMatchObject([{ path: 'mode', code: 'not_offered' }]);
  const moved = await doctor.call(updateAppointment, { id, scheduled_at: nine(thursday).scheduled_at });
  expect(moved).toMatchObject({ mode: 'video' });
});

it('a clinic without a place for video offers none, in hours or as a service', async () => {
  const either = await createService(clinic.clock, doctor, { minutes: 30 });
  const byVideo = await createService(clinic.clock, doctor, { minutes: 30, in_person: false });
  const found = async (mode?: 'video') => {
    const looked = { from: '2026-03-04', days: 1, doctor_id: doctor.id, ...(mode && { mode }) };
    const { items, services } = await patient.call(searchOpenings, { ...looked, service_id: either });
    const known = services.map(({ id }) => id);
    return [items.map(({ total }) => total), [either, byVideo].filter((id) => known.includes(id))];
  };
  expect(await found('video')).toEqual([[6], [either, byVideo]]);
  await sql((run) => run`update clinics set video_url = null where id = ${doctor.clinicId}`);
  expect(await found('video')).toEqual([[], [either]]);
  expect(await found()).toEqual([[6], [either]]);
  // Of hours by video alone nothing is left.
  expect(await startsOn(tuesday)).toEqual([]);
  expect(await startsOn(wednesday, { mode: 'video' })).toEqual([]);
  expect(await startsOn(wednesday)).toContain('09:00');
  for (const more of [{}, { service_id: either }]) {
    const refusal = await patient.refusal(bookAppointment, { ...nine(wednesday), ...more, mode: 'video' });
    expect(refusal.facts.errors).toMatchObject([{ code: 'not_offered' }]);
  }
  expect((await patient.refusal(holdAppointment, nine(tuesday))).code).toBe('validation_failed');
});

it('a single day of a clinic without a place for video is spent there', async () => {
  const hours = [{ starts: '14:00', ends: '15:00', slot_minutes: 30 }];
  await doctor.call(setDay, { day: '2026-03-07', hours });
  const saturday = 7;
  expect(await startsOn(saturday, { mode: 'video' })).toEqual(['14:00', '14:30']);
  await sql((run) => run`update clinics set video_url = null where id = ${doctor.clinicId}`);
  expect(await startsOn(saturday, { mode: 'video' })).toEqual([]);
  expect(await startsOn(saturday)).toEqual(['14:00', '14:30']);
});
