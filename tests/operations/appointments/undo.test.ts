import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createAbsence } from '#lib/operations/absences/create';
import { bookAppointment } from '#lib/operations/appointments/book';
import { cancelAppointment } from '#lib/operations/appointments/cancel';
import { changeVisitState } from '#lib/operations/appointments/change-state';
import { getAppointment } from '#lib/operations/appointments/get';
import { listVisitTransitions } from '#lib/operations/appointments/list-transitions';
import { overbookAppointment } from '#lib/operations/appointments/overbook';
import { undoVisitChange } from '#lib/operations/appointments/undo';
import { getPatient } from '#lib/operations/patients/get';
import {
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

type State = 'arrived' | 'in_progress' | 'completed' | 'no_show' | 'cancelled';

let clinic: TestClinic;
let doctor: DoctorPerson;
let patient: PatientPerson;
let id: string;

const nine = '2026-03-02T11:00:00Z';
const reason = 'Canary-5e1c flu';

beforeAll(async () => {
  clinic = await openClinic();
});
afterAll(() => clinic.close());

// The clock stands on Monday, 2 March 2026, 10:00; the visit is at 11:00, and London is on UTC until 29 March.
beforeEach(async () => {
  clinic.clock.set('2026-03-02T10:00:00Z');
  const site = await createSite(clinic.clock);
  doctor = await createDoctor(clinic.clock, site);
  patient = await createPatient(clinic.clock, site);
  id = (await patient.call(bookAppointment, { doctor_id: doctor.id, scheduled_at: nine })).id;
});

const say = (state: State, by: Person = doctor) =>
  by.call(changeVisitState, { id, state, ...(state === 'cancelled' && { reason }) });
const undo = (by: Person = doctor) => by.call(undoVisitChange, { id });
const stateNow = async () => (await patient.call(getAppointment, { id })).state;
const steps = async (by: Person = patient) =>
  (await by.call(listVisitTransitions, { id })).items.map(
    ({ from, to, changed_as }) => `${from}>${to} ${changed_as}`,
  );
const chart = () =>
  doctor.call(getPatient, { id: patient.id }).then(
    ({ relation }) => relation,
    (error: { code: string }) => error.code,
  );

describe('taking back', () => {
  it('works for ten minutes and no longer', async () => {
    await say('arrived');
    clinic.clock.advance(600);
    expect((await doctor.call(getAppointment, { id })).can.undo.allowed).toBe(true);
    expect(await undo()).toMatchObject({ state: 'scheduled', version: 3 });
    expect((await doctor.refusal(undoVisitChange, { id })).code).toBe('conflict');
    await say('arrived');
    clinic.clock.advance(601);
    expect((await doctor.call(getAppointment, { id })).can.undo.reason).toBe('too_late');
    expect((await doctor.refusal(undoVisitChange, { id })).code).toBe('conflict');
    expect(await steps()).toHaveLength(3);
  });

  it('of a cancellation holds its time again, unless somebody else has it', async () => {
    await say('cancelled');
    const other = await createPatient(clinic.clock, doctor.clinicId);
    const theirs = await other.call(bookAppointment, { doctor_id: doctor.id, scheduled_at: nine });
    const taken = await doctor.refusal(undoVisitChange, { id });
    expect(taken.code).toBe('slot_taken');
    expect(taken.facts.nearest?.map(({ starts_at }) => starts_at)).toEqual([
      '2026-03-02T10:30:00Z',
      '2026-03-02T11:30:00Z',
      '2026-03-03T09:00:00Z',
    ]);
    await other.call(cancelAppointment, { id: theirs.id });
    expect(await undo()).toMatchObject({ state: 'scheduled' });
    expect((await other.refusal(bookAppointment, { doctor_id: doctor.id, scheduled_at: nine })).code).toBe(
      'slot_taken',
    );
  });

  it('is not kept from by what was booked beside it on purpose, nor by the leave it was cancelled for', async () => {
    const other = await createPatient(clinic.clock, doctor.clinicId);
    await relate(clinic.clock, other, doctor);
    const beside = { doctor_id: doctor.id, patient_id: other.id, scheduled_at: nine };
    await doctor.call(overbookAppointment, { ...beside, overbook_reason: 'In pain' });
    await doctor.call(createAbsence, { kind: 'leave', first_day: '2026-03-02' });
    await say('cancelled');
    expect(await undo()).toMatchObject({ state: 'scheduled' });
  });

  it('of a cancellation is for whoever has made it', async () => {
    await patient.call(bookAppointment, { doctor_id: doctor.id, scheduled_at: '2026-03-03T09:00:00Z' });
    await patient.call(cancelAppointment, { id });
    expect((await doctor.call(getAppointment, { id })).can.undo.reason).toBe('not_permitted');
    expect((await doctor.refusal(undoVisitChange, { id })).code).toBe('forbidden');
    expect(await stateNow()).toBe('cancelled');
  });
});

describe('what the booking gave the doctor to see', () => {
  it('closes with the ten minutes when staff cancel, and is as before when they take it back', async () => {
    await say('cancelled');
    clinic.clock.advance(599);
    expect(await chart()).toBe('treating');
    await undo();
    clinic.clock.set('2027-03-02T11:00:00Z');
    expect(await validUntil()).toEqual(['2027-03-02 11:30:00+00 ']);
    clinic.clock.set('2026-03-02T10:20:00Z');
    await say('cancelled');
    clinic.clock.advance(600);
    expect(await chart()).toBe('not_found');
  });

  it('closes with the day when the patient does not come, who may come late after all', async () => {
    clinic.clock.set(nine);
    await say('no_show');
    expect(await validUntil()).toEqual([`2026-03-03 00:00:00+00 ${doctor.account.id}`]);
    clinic.clock.advance(60 * 60);
    expect(await say('arrived')).toMatchObject({ state: 'arrived' });
    expect(await validUntil()).toEqual(['2027-03-02 11:30:00+00 ']);
  });

  it('is not prolonged by staff who call off what they have booked themselves, nor by taking that back', async () => {
    const far = { doctor_id: doctor.id, patient_id: patient.id, scheduled_at: '2027-03-02T11:45:00Z' };
    const [theirs, other] = [await doctor.call(bookAppointment, far), '2027-03-02T14:00:00Z'];
    await doctor.call(bookAppointment, { ...far, scheduled_at: other });
    await doctor.call(changeVisitState, { id: theirs.id, state: 'cancelled', reason });
    await doctor.call(undoVisitChange, { id: theirs.id });
    await say('cancelled');
    const [until = ''] = await validUntil();
    expect(until < '2027-03-02 11:30:01').toBe(true);
  });

  const validUntil = async () => {
    const rows = await asRole(
      clinic.database.superuserUrl,
      (sql) =>
        sql`select valid_until::text || ' ' || coalesce(ended_by::text, '') as until from care_relationships where patient_id = ${patient.id}`,
    );
    return rows.map((row) => row.until);
  };
});
