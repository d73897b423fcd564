import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
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
