import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bookAppointment } from '#lib/operations/appointments/book';
import { changeVisitState } from '#lib/operations/appointments/change-state';
import { getVisitByLink } from '#lib/operations/appointments/get-by-link';
import { holdAppointment } from '#lib/operations/appointments/hold';
import { moveVisitByLink } from '#lib/operations/appointments/move-by-link';
import { overbookAppointment } from '#lib/operations/appointments/overbook';
import { undoVisitChange } from '#lib/operations/appointments/undo';
import { updateAppointment } from '#lib/operations/appointments/update';
import { listSlots } from '#lib/operations/doctors/list-slots';
import {
  createDoctor,
  createPatient,
  createSite,
  type DoctorPerson,
  type PatientPerson,
  relate,
} from '../../factories/care';
import { createService } from '../../factories/service';
import { visitor } from '../../factories/visitor';
import { asRole } from '../../harness/as-role';
import { openClinic, type TestClinic } from '../../harness/clinic';
import { mailedToken } from '../../harness/mails';

let clinic: TestClinic;
let doctor: DoctorPerson;
let patient: PatientPerson;
let other: PatientPerson;

beforeAll(async () => {
  clinic = await openClinic();
});
afterAll(() => clinic.close());

// The clock stands on Monday, 2 March 2026, 10:00; London is on UTC until 29 March.
beforeEach(async () => {
  clinic.clock.set('2026-03-02T10:00:00Z');
  const site = await createSite(clinic.clock);
  doctor = await createDoctor(clinic.clock, site);
  [patient, other] = [await createPatient(clinic.clock, site), await createPatient(clinic.clock, site)];
  await relate(clinic.clock, patient, doctor);
});

const on = (time: string) => `2026-03-03T${time}:00Z`;
const wish = (time: string) => ({ doctor_id: doctor.id, scheduled_at: on(time) });
const sql = (statement: Parameters<typeof asRole>[1]) => asRole(clinic.database.superuserUrl, statement);

describe('a visit that stands beside another on purpose', () => {
  let id: string;
  beforeEach(async () => {
    await other.call(bookAppointment, wish('09:00'));
    const beside = { ...wish('09:00'), patient_id: patient.id, overbook_reason: 'In pain' };
    id = (await doctor.call(overbookAppointment, beside)).id;
  });

  it('is moved by its patient to what is free alone, and stands beside nobody there', async () => {
    const third = await createPatient(clinic.clock, doctor.clinicId);
    await third.call(bookAppointment, wish('09:30'));
    const taken = await patient.refusal(updateAppointment, { id, scheduled_at: on('09:30') });
    expect(taken.code).toBe('slot_taken');
    expect(await patient.call(updateAppointment, { id, scheduled_at: on('10:00') })).toMatchObject({
      scheduled_at: on('10:00'),
      overbooked: false,
    });
  });

  it('is moved by staff to what is free alone: a reason was given for one time', async () => {
    const third = await createPatient(clinic.clock, doctor.clinicId);
    await third.call(bookAppointment, wish('09:30'));
    const taken = await doctor.refusal(updateAppointment, { id, scheduled_at: on('09:30') });
    expect([taken.code, taken.facts.nearest?.length]).toEqual(['slot_taken', 3]);
    expect(await doctor.call(updateAppointment, { id, scheduled_at: on('13:00') })).toMatchObject({
      scheduled_at: on('13:00'),
      overbooked: false,
    });
  });
});

it('a visit is moved to the time that its mover holds, which is let go', async () => {
  const { id } = await patient.call(bookAppointment, wish('09:00'));
  await patient.call(holdAppointment, wish('10:00'));
  expect(await patient.call(updateAppointment, { id, scheduled_at: on('10:00') })).toMatchObject({
    scheduled_at: on('10:00'),
  });
});

describe('a visit whose reason its doctor offers no more', () => {
  let id: string;
  let service_id: string;
  beforeEach(async () => {
    service_id = await createService(clinic.clock, doctor, { minutes: 50 });
    id = (await patient.call(bookAppointment, { ...wish('09:00'), service_id })).id;
    await sql((run) => run`update services set archived_at = now() where id = ${service_id}`);
  });
  const at = (time: string, until: string) => ({ scheduled_at: on(time), ends_at: on(until) });

  it('is moved and taken back by staff, as long as it was', async () => {
    const moved = await doctor.call(updateAppointment, { id, scheduled_at: on('13:00') });
    expect(moved).toMatchObject(at('13:00', '13:50'));
    await doctor.call(changeVisitState, { id, state: 'cancelled', reason: 'Ill' });
    expect(await doctor.call(undoVisitChange, { id })).toMatchObject({ state: 'scheduled' });
  });

  it('is moved by its patient among the times that fit it, here and by the link', async () => {
    const asked = { id: doctor.id, from: '2026-03-03', days: 1, service_id, moving: id };
    const { days } = await patient.call(listSlots, asked);
    expect(days[0]?.slots.at(-1)).toMatchObject({ starts_at: on('11:00'), ends_at: on('11:50') });
    const moved = await patient.call(updateAppointment, { id, scheduled_at: on('11:00') });
    expect(moved).toMatchObject(at('11:00', '11:50'));
    const token = await mailedToken(clinic.database.superuserUrl, patient.account.email);
    const shown = await visitor(clinic.clock).call(getVisitByLink, { token, from: '2026-03-03' });
    expect(shown.days[0]?.slots.map(({ starts_at }) => starts_at)).toContain(on('10:00'));
    await visitor(clinic.clock).call(moveVisitByLink, { token, scheduled_at: on('10:00') });
  });

  it('is moved by its patient as well where the clinic alone books it', async () => {
    await sql(
      (run) => run`
        update services set archived_at = null, patients_book = false, minutes = 20 where id = ${service_id}`,
    );
    const moved = await patient.call(updateAppointment, { id, scheduled_at: on('10:00') });
    expect(moved).toMatchObject(at('10:00', '10:50'));
  });
});

it('a visit of a doctor who has left is moved to no other time of theirs', async () => {
  const { id } = await patient.call(bookAppointment, wish('09:00'));
  const token = await mailedToken(clinic.database.superuserUrl, patient.account.email);
  await sql((run) => run`update practitioners set closed_at = now() where id = ${doctor.id}`);
  const refusal = await patient.refusal(updateAppointment, { id, scheduled_at: on('10:00') });
  expect(refusal.facts.errors).toMatchObject([{ path: 'scheduled_at', code: 'not_offered' }]);
  const { days } = await visitor(clinic.clock).call(getVisitByLink, { token });
  expect(days.flatMap(({ slots }) => slots)).toEqual([]);
});
