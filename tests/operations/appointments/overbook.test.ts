import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createAbsence } from '#lib/operations/absences/create';
import { bookAppointment } from '#lib/operations/appointments/book';
import { listVisitTransitions } from '#lib/operations/appointments/list-transitions';
import { overbookAppointment } from '#lib/operations/appointments/overbook';
import {
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
let patient: PatientPerson;
let other: PatientPerson;

const nine = '2026-03-03T09:00:00Z';
const overbook_reason = 'Canary-0b3f in pain';

beforeAll(async () => {
  clinic = await openClinic();
});
afterAll(() => clinic.close());

beforeEach(async () => {
  clinic.clock.set('2026-03-02T10:00:00Z');
  const site = await createSite(clinic.clock);
  doctor = await createDoctor(clinic.clock, site);
  [patient, other] = [await createPatient(clinic.clock, site), await createPatient(clinic.clock, site)];
  await relate(clinic.clock, patient, doctor);
  await other.call(bookAppointment, { doctor_id: doctor.id, scheduled_at: nine });
});

const wish = () => ({ doctor_id: doctor.id, patient_id: patient.id, scheduled_at: nine });

it('staff book beside another visit with a reason, and without one hear the nearest times', async () => {
  const taken = await doctor.refusal(bookAppointment, wish());
  expect([taken.code, taken.facts.nearest?.length]).toEqual(['slot_taken', 3]);
  const unsaid = await doctor.refusal(overbookAppointment, { ...wish(), overbook_reason: ' ' });
  expect(unsaid.code).toBe('validation_failed');
  const visit = await doctor.call(overbookAppointment, { ...wish(), overbook_reason });
  expect(visit).toMatchObject({ overbooked: true, scheduled_at: nine });
  expect((await patient.call(listVisitTransitions, { id: visit.id })).items).toMatchObject([
    { from: 'scheduled', to: 'scheduled', changed_as: 'staff', reason: overbook_reason },
  ]);
  expect(JSON.stringify(await clinic.events())).not.toContain('Canary');
});

it('a patient does not, and nobody is in two places at once', async () => {
  const own = { ...wish(), scheduled_at: '2026-03-03T09:30:00Z', overbook_reason };
  expect((await patient.refusal(overbookAppointment, own)).code).toBe('forbidden');
  await doctor.call(overbookAppointment, { ...wish(), overbook_reason });
  expect((await doctor.refusal(overbookAppointment, { ...wish(), overbook_reason })).code).toBe('slot_taken');
});

it('at a time that is free it is a visit like any other, with nothing beside it and no reason', async () => {
  const free = { ...wish(), scheduled_at: '2026-03-03T10:00:00Z', overbook_reason };
  const { id, overbooked } = await doctor.call(overbookAppointment, free);
  expect(overbooked).toBe(false);
  expect((await patient.call(listVisitTransitions, { id })).items).toEqual([]);
  const second = await other.refusal(bookAppointment, {
    doctor_id: doctor.id,
    scheduled_at: free.scheduled_at,
  });
  expect(second.code).toBe('slot_taken');
});

it('while the doctor is away it stands beside their leave', async () => {
  await doctor.call(createAbsence, { kind: 'leave', first_day: '2026-03-04' });
  const away = { ...wish(), scheduled_at: '2026-03-04T10:00:00Z', overbook_reason };
  expect((await doctor.call(overbookAppointment, away)).overbooked).toBe(true);
});

it('nobody fills the day of a colleague beyond what fits', async () => {
  const colleague = await createDoctor(clinic.clock, doctor.clinicId);
  await relate(clinic.clock, patient, colleague);
  expect((await colleague.refusal(overbookAppointment, { ...wish(), overbook_reason })).code).toBe(
    'forbidden',
  );
});
