import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bookAppointment } from '#lib/operations/appointments/book';
import { cancelAppointment } from '#lib/operations/appointments/cancel';
import { getAppointment } from '#lib/operations/appointments/get';
import { listOwnAppointments } from '#lib/operations/appointments/list';
import { listSlots } from '#lib/operations/doctors/list-slots';
import { createRecord } from '#lib/operations/records/create';
import { getRecord } from '#lib/operations/records/get';
import { newId } from '#lib/platform/ids';
import {
  createAdmin,
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
  const site = await createSite(clinic.clock);
  doctor = await createDoctor(clinic.clock, site);
  patient = await createPatient(clinic.clock, site);
});

const nine = '2026-03-03T09:00:00Z';
const half = '2026-03-03T09:30:00Z';

describe('a patient who books', () => {
  it('takes an offered time, which is then free for nobody', async () => {
    const before = await patient.call(listSlots, { id: doctor.id, from: '2026-03-03', days: 1 });
    expect(before).toMatchObject({ zone: 'Europe/London' });
    expect(before.days[0]?.slots[0]).toEqual({ starts_at: nine, ends_at: half, mode: 'in_person' });
    const visit = await patient.call(bookAppointment, {
      doctor_id: doctor.id,
      scheduled_at: nine,
      notes: "O'Brien's cough <5 days",
    });
    expect(visit).toMatchObject({
      patient_id: patient.id,
      patient_name: 'Elsa Vargas',
      doctor_name: 'Dr Amara Okafor',
      clinic_name: 'Northgate Clinic',
      scheduled_at: nine,
      ends_at: half,
      duration_minutes: 30,
      zone: 'Europe/London',
      status: 'scheduled',
      version: 1,
      notes: "O'Brien's cough <5 days",
    });
    expect(visit.can).toMatchObject({ cancel: { allowed: true }, complete: { allowed: false } });
    const after = await patient.call(listSlots, { id: doctor.id, from: '2026-03-03', days: 1 });
    expect(after.days[0]?.slots.map((slot) => slot.starts_at)).not.toContain(nine);
    expect((await patient.call(listOwnAppointments, {})).items).toEqual([visit]);
    expect((await doctor.call(listOwnAppointments, { date: '2026-03-03' })).total).toBe(1);
    expect((await doctor.call(listOwnAppointments, { date: '2026-03-04' })).total).toBe(0);
  });

  it('lets the doctor see and write the chart from then on, until 12 months after the visit', async () => {
    const record = { patient_id: patient.id, record_type: 'diagnosis' as const, content: { text: 'Cough' } };
    expect(await doctor.refusal(createRecord, record)).toMatchObject({ code: 'not_found' });
    await patient.call(bookAppointment, { doctor_id: doctor.id, scheduled_at: nine });
    const { id } = await doctor.call(createRecord, record);
    expect(await doctor.call(getRecord, { id })).toMatchObject({ title: 'Cough' });
    const [row] = await asRole(
      clinic.database.superuserUrl,
      (sql) =>
        sql`select valid_until::text, kind, source_id from care_relationships where patient_id = ${patient.id}`,
    );
    expect(row).toMatchObject({ kind: 'treating', valid_until: '2027-03-03 09:30:00+00' });
  });

  it.each([
    ['a time between the offered ones', '2026-03-03T09:10:00Z', 'not_offered'],
    ['an hour when the doctor is away', '2026-03-03T12:00:00Z', 'not_offered'],
    ['a Sunday', '2026-03-08T09:00:00Z', 'not_offered'],
    ['a time that is over', '2026-03-02T09:00:00Z', 'in_the_past'],
    ['a time years ahead', '2029-03-05T09:00:00Z', 'too_far_ahead'],
  ])('cannot take %s', async (_name, scheduled_at, code) => {
    const refusal = await patient.refusal(bookAppointment, { doctor_id: doctor.id, scheduled_at });
    expect(refusal).toMatchObject({
      code: 'validation_failed',
      facts: { errors: [{ path: 'scheduled_at', code }] },
    });
  });

  it('cannot take a time that another has, or be in two places at once', async () => {
    const other = await createPatient(clinic.clock, doctor.clinicId);
    const second = await createDoctor(clinic.clock, doctor.clinicId);
    await patient.call(bookAppointment, { doctor_id: doctor.id, scheduled_at: nine });
    const taken = await other.refusal(bookAppointment, { doctor_id: doctor.id, scheduled_at: nine });
    const twice = await patient.refusal(bookAppointment, { doctor_id: second.id, scheduled_at: nine });
    expect([taken.code, twice.code]).toEqual(['slot_taken', 'slot_taken']);
  });

  it('is one of many who ask at once: one gets the time', async () => {
    const others = await Promise.all(
      Array.from({ length: 5 }, () => createPatient(clinic.clock, doctor.clinicId)),
    );
    const ends = await Promise.all(
      [patient, ...others, patient].map((each) =>
        each.call(bookAppointment, { doctor_id: doctor.id, scheduled_at: nine }).then(
          () => 'booked',
          (error: { code: string }) => error.code,
        ),
      ),
    );
    expect(ends.sort()).toEqual(['booked', ...Array(6).fill('slot_taken')]);
  });

  it('cannot book for another, with nobody, or with a mistaken length', async () => {
    const other = await createPatient(clinic.clock, doctor.clinicId);
    const wish = { doctor_id: doctor.id, scheduled_at: nine };
    const foreign = await patient.refusal(bookAppointment, { ...wish, patient_id: other.id });
    const nobody = await patient.refusal(bookAppointment, { ...wish, doctor_id: newId('practitioners') });
    const longer = await patient.refusal(bookAppointment, { ...wish, duration_minutes: 60 });
    expect([foreign.code, nobody.code, longer.code]).toEqual(['not_found', 'not_found', 'validation_failed']);
  });
});

describe('a patient who has booked ten visits', () => {
  const days = ['03', '04', '05', '06', '09', '10', '11', '12', '13', '16'];
  const on = (day: string) => ({ doctor_id: doctor.id, scheduled_at: `2026-03-${day}T09:00:00Z` });
  const told = (day: string) =>
    patient.call(bookAppointment, on(day)).then(
      () => 'booked',
      (error: { code: string }) => error.code,
    );

  it('books no other before one of them is cancelled or over, also of many at once', async () => {
    const ends = await Promise.all([...days, '17'].map(told));
    expect(ends.sort()).toEqual([...Array(10).fill('booked'), 'too_many_visits']);
    const staff = { ...on('20'), patient_id: patient.id };
    expect((await doctor.call(bookAppointment, staff)).status).toBe('scheduled');
    const [first] = (await patient.call(listOwnAppointments, {})).items;
    await patient.call(cancelAppointment, { id: first?.id ?? '' });
    expect([await told('18'), await told('19')]).toEqual(['booked', 'too_many_visits']);
  });
});

describe('staff who book', () => {
  it('do so at any time for a patient of theirs, and make no relationship', async () => {
    const colleague = await createDoctor(clinic.clock, doctor.clinicId);
    await relate(clinic.clock, patient, doctor);
    const wish = { doctor_id: colleague.id, patient_id: patient.id, scheduled_at: '2026-03-08T19:07:00Z' };
    const visit = await doctor.call(bookAppointment, { ...wish, duration_minutes: 15 });
    expect(visit).toMatchObject({ ends_at: '2026-03-08T19:22:00Z', duration_minutes: 15 });
    const refusal = await colleague.refusal(bookAppointment, {
      ...wish,
      scheduled_at: '2026-03-08T20:00:00Z',
    });
    expect(refusal.code).toBe('not_found');
  });

  it('find no stranger, and must say who comes', async () => {
    const wish = { doctor_id: doctor.id, scheduled_at: nine };
    const stranger = await doctor.refusal(bookAppointment, { ...wish, patient_id: patient.id });
    const nobody = await doctor.refusal(bookAppointment, wish);
    expect(stranger.code).toBe('not_found');
    expect(nobody).toMatchObject({ facts: { errors: [{ path: 'patient_id', code: 'required' }] } });
  });
});

describe('a visit', () => {
  it('does not exist for another patient, another doctor or an admin', async () => {
    const { id } = await patient.call(bookAppointment, { doctor_id: doctor.id, scheduled_at: nine });
    const other = await createPatient(clinic.clock, doctor.clinicId);
    const stranger = await createDoctor(clinic.clock, doctor.clinicId);
    const admin = await createAdmin(clinic.clock);
    const codes = [];
    for (const each of [other, stranger, admin])
      codes.push((await each.refusal(getAppointment, { id })).code);
    expect(codes).toEqual(['not_found', 'not_found', 'insufficient_scope']);
    expect((await other.call(listOwnAppointments, {})).items).toEqual([]);
    expect((await stranger.refusal(listOwnAppointments, { patient_id: patient.id })).code).toBe('not_found');
  });
});
