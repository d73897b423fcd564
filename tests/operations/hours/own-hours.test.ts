import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createAbsence } from '#lib/operations/absences/create';
import { listAbsences } from '#lib/operations/absences/list';
import { removeAbsence } from '#lib/operations/absences/remove';
import { bookAppointment } from '#lib/operations/appointments/book';
import { cancelAppointment } from '#lib/operations/appointments/cancel';
import { listSlots } from '#lib/operations/doctors/list-slots';
import { clearDay } from '#lib/operations/hours/clear-day';
import { getHours } from '#lib/operations/hours/get';
import { setDay } from '#lib/operations/hours/set-day';
import { updateHours } from '#lib/operations/hours/update';
import { createRoom } from '#lib/operations/rooms/create';
import { archiveService } from '#lib/operations/services/archive';
import { createService } from '#lib/operations/services/create';
import type { Id } from '#lib/platform/ids';
import {
  createAdmin,
  createDoctor,
  createPatient,
  createSite,
  type DoctorPerson,
  type PatientPerson,
  type Person,
} from '../../factories/care';
import { openClinic, type TestClinic } from '../../harness/clinic';

let clinic: TestClinic;
let site: Id<'clinics'>;
let admin: Person;
let doctor: DoctorPerson;
let patient: PatientPerson;

beforeAll(async () => {
  clinic = await openClinic();
});
afterAll(() => clinic.close());

// The clock stands on Monday, 2 March 2026, 9:00; the doctor sees patients on weekdays from 9 to 12.
beforeEach(async () => {
  site = await createSite(clinic.clock);
  admin = await createAdmin(clinic.clock);
  doctor = await createDoctor(clinic.clock, site);
  patient = await createPatient(clinic.clock, site);
});

const tuesday = '2026-03-03';
const hours = { weekday: 2, starts: '14:00', ends: '16:00', slot_minutes: 30, in_person: true };
const settings = { buffer_minutes: 10, lead_minutes: 120, horizon_days: 60, daily_cap: 8 };

const timesOn = async (day: string, more: { id?: string; service_id?: string; mode?: 'video' } = {}) => {
  const { days } = await patient.call(listSlots, { id: doctor.id, from: day, days: 1, ...more });
  return days[0]?.slots.map(({ starts_at }) => starts_at.slice(11, 16));
};
const fieldsOf = ({ facts }: { facts: { errors?: readonly { path: string; code: string }[] } }) =>
  facts.errors?.map(({ path, code }) => `${path}: ${code}`);

describe('hours of the week', () => {
  it('are written as a whole, and the times follow', async () => {
    const other = await createDoctor(clinic.clock, site);
    const before = await doctor.call(getHours, {});
    expect(before).toMatchObject({ zone: 'Europe/London', version: 0 });
    expect(before.weekly).toHaveLength(5);
    const weekly = [{ ...hours, break_starts: '14:30', break_ends: '15:00' }];
    await doctor.call(updateHours, { weekly, settings, expected_version: 0 });
    expect(await timesOn(tuesday)).toEqual(['14:00', '15:00', '15:30']);
    expect(await timesOn('2026-03-04')).toEqual([]);
    expect(await timesOn(tuesday, { mode: 'video' })).toEqual([]);
    expect(await doctor.call(getHours, {})).toEqual({
      ...before,
      weekly: [{ ...weekly[0], video: false, room_id: null }],
      settings,
      version: 1,
    });
    // Another doctor's stay as they were.
    expect(await timesOn(tuesday, { id: other.id })).toHaveLength(6);
    expect((await other.call(getHours, {})).version).toBe(0);
  });

  it('stay where a part is left out, and take no change of a version that is past', async () => {
    await doctor.call(updateHours, { settings, expected_version: 0 });
    expect((await doctor.call(getHours, {})).weekly).toHaveLength(5);
    const late = await doctor.refusal(updateHours, { weekly: [], expected_version: 0 });
    expect([late.status, late.code]).toEqual([412, 'stale_version']);
    expect((await doctor.call(getHours, {})).weekly).toHaveLength(5);
    await doctor.call(updateHours, { weekly: [], expected_version: 1 });
    expect(await doctor.call(getHours, {})).toMatchObject({ weekly: [], settings, version: 2 });
  });

  it('of two first changes at once keep one', async () => {
    const change = () =>
      doctor.call(updateHours, { weekly: [hours], expected_version: 0 }).then(
        () => 'done',
        ({ code }) => code,
      );
    expect((await Promise.all([change(), change()])).sort()).toEqual(['done', 'stale_version']);
    expect((await doctor.call(getHours, {})).weekly).toHaveLength(1);
  });

  it.each([
    [{ ends: '14:00' }, 'ends: ends_before_start'],
    [{ starts: '24:00' }, 'starts: invalid_time'],
    [{ slot_minutes: 4 }, 'slot_minutes: too_small'],
    [{ in_person: false }, 'in_person: no_mode'],
    [{ break_starts: '15:00' }, 'break_ends: required'],
    [{ break_ends: '15:00' }, 'break_starts: required'],
    [{ break_starts: '13:30', break_ends: '14:30' }, 'break_starts: outside_hours'],
    [{ break_starts: '15:30', break_ends: '16:30' }, 'break_ends: outside_hours'],
    [{ break_starts: '15:30', break_ends: '15:30' }, 'break_ends: ends_before_start'],
    [{ weekday: 8 }, 'weekday: too_big'],
  ])('are refused with %o', async (wrong, told) => {
    const refusal = await doctor.refusal(updateHours, { weekly: [{ ...hours, ...wrong }] });
    expect(fieldsOf(refusal)).toEqual([`weekly.0.${told}`]);
  });

  it('may touch but not overlap on one day', async () => {
    const [next, over] = [
      { ...hours, starts: '16:00', ends: '17:00' },
      { ...hours, starts: '16:30', ends: '18:00' },
    ];
    await doctor.call(updateHours, { weekly: [hours, next, { ...over, weekday: 3 }] });
    const refusal = await doctor.refusal(updateHours, { weekly: [hours, next, over] });
    expect(fieldsOf(refusal)).toEqual(['weekly.2.starts: overlapping_hours']);
  });

  it('name rooms and visit types of the own site only, and none that is archived', async () => {
    const elsewhere = await createSite(clinic.clock);
    const told = { name: 'Follow-up', minutes: 20, colour: 'blue', in_person: true } as const;
    const room = await admin.call(createRoom, { clinic_id: elsewhere, name: 'Room 9' });
    const weekly = [hours, { ...hours, weekday: 3, room_id: room.id }];
    const refusal = await doctor.refusal(updateHours, { weekly });
    expect(fieldsOf(refusal)).toEqual(['weekly.1.room_id: not_of_site']);
    const foreign = await admin.call(createService, { clinic_id: elsewhere, ...told });
    const past = await admin.call(createService, { clinic_id: site, ...told });
    await admin.call(archiveService, { id: past.id });
    const services = [{ service_id: foreign.id }, { service_id: past.id }];
    const second = await doctor.refusal(updateHours, { services });
    expect(fieldsOf(second)).toEqual([
      'services.0.service_id: not_of_site',
      'services.1.service_id: not_of_site',
    ]);
  });
});

it('offers what the doctor gives, for as long as they say', async () => {
  const told = { name: 'Longer visit', minutes: 60, colour: 'violet', in_person: true } as const;
  const { id: service_id } = await admin.call(createService, { clinic_id: site, ...told });
  const refusal = await patient.refusal(listSlots, { id: doctor.id, from: tuesday, service_id });
  expect(fieldsOf(refusal)).toEqual(['service_id: not_offered']);
  await doctor.call(updateHours, { services: [{ service_id }] });
  expect(await timesOn(tuesday, { service_id })).toEqual(['09:00', '09:30', '10:00', '10:30', '11:00']);
  await doctor.call(updateHours, { services: [{ service_id, minutes: 120 }] });
  expect(await timesOn(tuesday, { service_id })).toEqual(['09:00', '09:30', '10:00']);
  const twice = await doctor.refusal(updateHours, { services: [{ service_id }, { service_id }] });
  expect(fieldsOf(twice)).toEqual(['services: named_twice']);
});

describe('a single day', () => {
  it('has other hours or none, until the week holds again', async () => {
    await doctor.call(setDay, {
      day: tuesday,
      hours: [{ starts: '18:00', ends: '19:00', slot_minutes: 20 }],
    });
    expect(await timesOn(tuesday)).toEqual(['18:00', '18:20', '18:40']);
    await doctor.call(setDay, { day: tuesday, hours: [] });
    expect(await timesOn(tuesday)).toEqual([]);
    expect((await doctor.call(getHours, {})).days).toEqual([{ day: tuesday, hours: [] }]);
    await doctor.call(clearDay, { day: tuesday });
    expect(await timesOn(tuesday)).toHaveLength(6);
  });

  it('of two saves at once has the hours of one', async () => {
    const save = (starts: string, ends: string) =>
      doctor.call(setDay, { day: tuesday, hours: [{ starts, ends, slot_minutes: 30 }] });
    await Promise.all([save('10:00', '11:00'), save('15:00', '16:00'), save('18:00', '19:00')]);
    expect((await doctor.call(getHours, {})).days).toMatchObject([{ hours: [{ slot_minutes: 30 }] }]);
    await Promise.all([doctor.call(clearDay, { day: tuesday }), doctor.call(clearDay, { day: tuesday })]);
    expect((await doctor.call(getHours, {})).days).toEqual([]);
  });

  it('has none that overlap', async () => {
    const span = { starts: '18:00', ends: '19:00', slot_minutes: 20 };
    const refusal = await doctor.refusal(setDay, { day: tuesday, hours: [span, span] });
    expect(fieldsOf(refusal)).toEqual(['hours.1.starts: overlapping_hours']);
  });
});

describe('leave and blocked time', () => {
  it('takes the times and tells which visits stand in it, until each is solved', async () => {
    const visit = await patient.call(bookAppointment, {
      doctor_id: doctor.id,
      scheduled_at: `${tuesday}T10:00:00Z`,
    });
    const leave = { kind: 'leave', first_day: tuesday, last_day: '2026-03-06' } as const;
    const added = await doctor.call(createAbsence, leave);
    expect(added).toMatchObject({ starts_at: '2026-03-03T00:00:00Z', ends_at: '2026-03-07T00:00:00Z' });
    expect(added.clashes).toMatchObject([{ id: visit.id, patient_name: 'Elsa Vargas' }]);
    expect(await timesOn('2026-03-05')).toEqual([]);
    expect((await doctor.call(listAbsences, {})).items).toEqual([added]);
    await doctor.call(cancelAppointment, { id: visit.id });
    expect((await doctor.call(listAbsences, {})).items).toEqual([{ ...added, clashes: [] }]);
    const other = await createDoctor(clinic.clock, site);
    expect((await other.call(listAbsences, {})).items).toEqual([]);
    expect((await other.refusal(removeAbsence, { id: added.id })).code).toBe('not_found');
    await doctor.call(removeAbsence, { id: added.id });
    expect(await timesOn('2026-03-05')).toHaveLength(6);
  });

  it('is an hour of one day by the clock of the site, also in summer', async () => {
    const block = { kind: 'block', first_day: '2026-03-30', starts: '09:00', ends: '10:00' } as const;
    const added = await doctor.call(createAbsence, block);
    expect(added).toMatchObject({ starts_at: '2026-03-30T08:00:00Z', ends_at: '2026-03-30T09:00:00Z' });
    expect(await timesOn('2026-03-30')).toEqual(['09:00', '09:30', '10:00', '10:30']);
  });

  it.each([
    [{ first_day: tuesday, last_day: '2026-03-02' }, 'last_day: ends_before_start'],
    [{ first_day: tuesday, starts: '10:00', ends: '10:00' }, 'ends: ends_before_start'],
    [{ first_day: '2026-02-27' }, 'first_day: in_the_past'],
    [{ first_day: '2026-02-30' }, 'first_day: invalid_format'],
  ])('is refused with %o', async (wish, told) => {
    expect(fieldsOf(await doctor.refusal(createAbsence, { kind: 'block', ...wish }))).toEqual([told]);
  });

  it('is a doctor’s own matter', async () => {
    const wish = { kind: 'leave', first_day: tuesday } as const;
    expect((await patient.refusal(createAbsence, wish)).code).toBe('forbidden');
    expect((await patient.refusal(listAbsences, {})).code).toBe('forbidden');
    expect((await admin.refusal(createAbsence, wish)).code).toBe('insufficient_scope');
    expect((await patient.refusal(setDay, { day: tuesday, hours: [] })).code).toBe('forbidden');
  });
});
