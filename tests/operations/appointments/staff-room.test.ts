import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createAbsence } from '#lib/operations/absences/create';
import { bookAppointment } from '#lib/operations/appointments/book';
import { changeVisitState } from '#lib/operations/appointments/change-state';
import { overbookAppointment } from '#lib/operations/appointments/overbook';
import { undoVisitChange } from '#lib/operations/appointments/undo';
import { updateAppointment } from '#lib/operations/appointments/update';
import { getHours } from '#lib/operations/hours/get';
import { setDay } from '#lib/operations/hours/set-day';
import { updateHours } from '#lib/operations/hours/update';
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
let colleague: DoctorPerson;
let patient: PatientPerson;

beforeAll(async () => {
  clinic = await openClinic();
});
afterAll(() => clinic.close());

// The clock stands on Monday, 2 March 2026, 9:00; London is on UTC until 29 March. Two doctors share a room.
beforeEach(async () => {
  clinic.clock.set('2026-03-02T09:00:00Z');
  const site = await createSite(clinic.clock);
  [doctor, colleague] = [await createDoctor(clinic.clock, site), await createDoctor(clinic.clock, site)];
  patient = await createPatient(clinic.clock, site);
  const room = newId('rooms');
  await asRole(clinic.database.superuserUrl, async (sql) => {
    await sql`insert into rooms (id, clinic_id, name, created_at) values (${room}, ${site}, 'Room 1', now())`;
    await sql`
      update availability_rules set room_id = ${room} where practitioner_id in (${doctor.id}, ${colleague.id})`;
  });
  // From now on the doctor may see the chart.
  await patient.call(bookAppointment, at('04T11:00'));
});

const at = (time: string, whose = doctor) => ({
  doctor_id: whose.id,
  scheduled_at: `2026-03-${time}:00Z`,
});
const agreed = (time: string, more: { mode?: 'video' } = {}) =>
  doctor.call(bookAppointment, { ...at(time), ...more, patient_id: patient.id });

it('staff see somebody in the room of their hours, and in none outside of them or by video', async () => {
  expect(await agreed('04T09:10')).toMatchObject({ room_name: 'Room 1' });
  expect(await agreed('04T06:00')).toMatchObject({ room_name: null });
  expect(await agreed('05T09:00', { mode: 'video' })).toMatchObject({ room_name: null });
});

it('staff see somebody elsewhere while others are in the room', async () => {
  const other = await createPatient(clinic.clock, doctor.clinicId);
  await other.call(bookAppointment, at('04T09:00', colleague));
  expect(await agreed('04T09:00')).toMatchObject({ room_name: null });
});

it('a visit that staff move keeps a room, also where it overlaps itself', async () => {
  const { id } = await patient.call(bookAppointment, at('05T10:00'));
  const move = { id, scheduled_at: '2026-03-05T10:10:00Z' };
  expect(await doctor.call(updateAppointment, move)).toMatchObject({ room_name: 'Room 1' });
});

it('a day with hours of its own is spent in the room of that weekday', async () => {
  const hours = [{ starts: '14:00', ends: '15:00', slot_minutes: 30 }];
  await doctor.call(setDay, { day: '2026-03-06', hours });
  expect(await patient.call(bookAppointment, at('06T14:00'))).toMatchObject({ room_name: 'Room 1' });
});

it('whoever comes late after all is seen without the room, where others are in it by now', async () => {
  const { id } = await agreed('02T10:00');
  clinic.clock.set('2026-03-02T10:05:00Z');
  await doctor.call(changeVisitState, { id, state: 'no_show' });
  const other = await createPatient(clinic.clock, doctor.clinicId);
  await relate(clinic.clock, other, colleague);
  await colleague.call(bookAppointment, { ...at('02T10:10', colleague), patient_id: other.id });
  expect(await doctor.call(changeVisitState, { id, state: 'arrived' })).toMatchObject({
    state: 'arrived',
    room_name: null,
  });
});

it('a visit that is taken back has its own room again, whatever the hours say by now', async () => {
  const { id } = await agreed('04T09:00');
  const back = async () => {
    await doctor.call(changeVisitState, { id, state: 'cancelled', reason: 'The doctor is away' });
    return doctor.call(undoVisitChange, { id });
  };
  await doctor.call(setDay, { day: '2026-03-04', hours: [] });
  expect(await back()).toMatchObject({ room_name: 'Room 1' });
  await asRole(clinic.database.superuserUrl, (sql) => sql`update availability_rules set room_id = null`);
  expect(await back()).toMatchObject({ room_name: 'Room 1' });
});

describe('a room', () => {
  const beside = (time: string) =>
    doctor.call(overbookAppointment, { ...at(time), patient_id: patient.id, overbook_reason: 'In pain' });
  beforeEach(() => doctor.call(createAbsence, { kind: 'leave', first_day: '2026-03-05' }));

  it('holds one visit also where a doctor sees two at once, and where one of them is taken back', async () => {
    const { id } = await beside('05T10:00');
    const other = await createPatient(clinic.clock, doctor.clinicId);
    await doctor.call(changeVisitState, { id, state: 'cancelled', reason: 'Better by now' });
    expect(await other.call(bookAppointment, at('05T10:00', colleague))).toMatchObject({
      room_name: 'Room 1',
    });
    expect(await doctor.call(undoVisitChange, { id })).toMatchObject({ overbooked: true, room_name: null });
    expect(await beside('05T10:30')).toMatchObject({ room_name: 'Room 1' });
    expect((await other.refusal(bookAppointment, at('05T10:30', colleague))).code).toBe('slot_taken');
  });

  it('is given to one of two who ask for it at once', async () => {
    const other = await createPatient(clinic.clock, doctor.clinicId);
    for (const time of ['05T09:00', '05T09:30', '05T10:00', '05T10:30']) {
      const ends = await Promise.allSettled([beside(time), other.call(bookAppointment, at(time, colleague))]);
      const rooms = ends.map((end) => (end.status === 'fulfilled' ? end.value.room_name : null));
      expect(rooms.filter((name) => name === 'Room 1')).toHaveLength(1);
      expect(ends[0]).toMatchObject({ status: 'fulfilled' });
    }
  });

  it('is held by no second visit, whoever forgets to ask', async () => {
    const { id } = await beside('05T10:00');
    const other = await createPatient(clinic.clock, doctor.clinicId);
    const second = await other.call(bookAppointment, at('05T11:00', colleague));
    const moved = asRole(
      clinic.database.superuserUrl,
      (sql) => sql`
        update appointments a set scheduled_at = b.scheduled_at, ends_at = b.ends_at
          from appointments b where a.id = ${second.id} and b.id = ${id}`,
    );
    await expect(moved).rejects.toMatchObject({ constraint_name: 'appointments_room_busy' });
  });
});

it('a doctor saves their week whose hours named a room that is no longer used', async () => {
  await asRole(clinic.database.superuserUrl, (sql) => sql`update rooms set archived_at = now()`);
  const { weekly, version } = await doctor.call(getHours, {});
  expect(weekly.every(({ room_id }) => room_id === null)).toBe(true);
  await doctor.call(updateHours, { weekly, expected_version: version });
});
