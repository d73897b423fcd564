import { afterAll, beforeAll, expect, it } from 'vitest';
import { listSlots } from '#lib/operations/doctors/list-slots';
import { newId } from '#lib/platform/ids';
import {
  createDoctor,
  createPatient,
  createSite,
  type DoctorPerson,
  type PatientPerson,
} from '../../factories/care';
import { openClinic, type TestClinic } from '../../harness/clinic';

let clinic: TestClinic;
let doctor: DoctorPerson;
let patient: PatientPerson;

beforeAll(async () => {
  clinic = await openClinic();
  const site = await createSite(clinic.clock);
  doctor = await createDoctor(clinic.clock, site);
  patient = await createPatient(clinic.clock, site);
});
afterAll(() => clinic.close());

const starts = async (from: string, days = 1) => {
  const answer = await patient.call(listSlots, { id: doctor.id, from, days });
  return answer.days.map(({ date, slots }) => [date, slots.map(({ starts_at }) => starts_at.slice(11, 16))]);
};

it('offers the hours of the doctor on the days asked for, by the clock of the site', async () => {
  expect(await starts('2026-03-27', 4)).toEqual([
    ['2026-03-27', ['09:00', '09:30', '10:00', '10:30', '11:00', '11:30']],
    ['2026-03-28', []],
    ['2026-03-29', []],
    // London has moved its clock: nine o'clock there is eight in UTC.
    ['2026-03-30', ['08:00', '08:30', '09:00', '09:30', '10:00', '10:30']],
  ]);
});

it('offers nothing that has begun', async () => {
  clinic.clock.set('2026-03-02T10:00:00Z');
  expect(await starts('2026-03-01', 2)).toEqual([
    ['2026-03-01', []],
    ['2026-03-02', ['10:30', '11:00', '11:30']],
  ]);
  const today = await patient.call(listSlots, { id: doctor.id });
  expect(today.days).toHaveLength(7);
  expect(today.days[0]?.date).toBe('2026-03-02');
});

it.each([
  ['days', 63],
  ['days', 0],
  ['from', '2026-02-30'],
])('refuses %s=%s', async (name, value) => {
  const refusal = await patient.refusal(listSlots, { id: doctor.id, [name]: value });
  expect(refusal.facts.errors).toMatchObject([{ path: name }]);
});

it('knows no doctor by another id', async () => {
  expect((await patient.refusal(listSlots, { id: newId('practitioners') })).code).toBe('not_found');
});
