import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createAbsence } from '#lib/operations/absences/create';
import { createClosure } from '#lib/operations/closures/create';
import { listClosedTimes } from '#lib/operations/hours/list-closed';
import { setDay } from '#lib/operations/hours/set-day';
import { updateHours } from '#lib/operations/hours/update';
import type { Id } from '#lib/platform/ids';
import {
  createAdmin,
  createDoctor,
  createPatient,
  createSite,
  type DoctorPerson,
  type Person,
} from '../../factories/care';
import { openClinic, type TestClinic } from '../../harness/clinic';

let clinic: TestClinic;
let site: Id<'clinics'>;
let doctor: DoctorPerson;

beforeAll(async () => {
  clinic = await openClinic();
});
afterAll(() => clinic.close());

const hours = { starts: '09:00', ends: '17:00', slot_minutes: 30, in_person: true };
const lunch = { break_starts: '12:00', break_ends: '13:00' };

// The clock stands on Monday, 2 March 2026, 9:00; the clocks of London go forward on 29 March.
beforeEach(async () => {
  site = await createSite(clinic.clock);
  doctor = await createDoctor(clinic.clock, site);
  const weekly = [2, 3, 7].map((weekday) => ({ ...hours, ...lunch, weekday }));
  const settings = { buffer_minutes: 0, lead_minutes: 0, horizon_days: 60, daily_cap: null };
  await doctor.call(updateHours, { weekly, services: [], settings });
});

const closed = async (from: string, days: number, who: Person = doctor) =>
  (await who.call(listClosedTimes, { from, days })).items.map(
    ({ kind, name, starts_at, ends_at }) =>
      `${kind}${name ? ` ${name}` : ''} ${starts_at.slice(5, 16)} ${ends_at.slice(5, 16)}`,
  );

it('says of each day why no time is offered: breaks, leave and blocked hours, in order', async () => {
  await doctor.call(createAbsence, {
    kind: 'block',
    first_day: '2026-03-03',
    starts: '10:00',
    ends: '11:00',
  });
  await doctor.call(createAbsence, {
    kind: 'leave',
    first_day: '2026-03-03',
    starts: '16:00',
    last_day: '2026-03-04',
  });
  expect(await closed('2026-03-02', 4)).toEqual([
    'block 03-03T10:00 03-03T11:00',
    'break 03-03T12:00 03-03T13:00',
    'leave 03-03T16:00 03-04T00:00',
    'leave 03-04T00:00 03-05T00:00',
    'break 03-04T12:00 03-04T13:00',
  ]);
  expect(await closed('2026-03-05', 1)).toEqual([]);
});

it('says that the site is closed, which goes before all else, and of other sites nothing', async () => {
  const admin = await createAdmin(clinic.clock);
  const day = { first_day: '2026-03-03', last_day: '2026-03-03' };
  await admin.call(createClosure, { clinic_id: site, kind: 'holiday', name: 'Town day', ...day });
  const elsewhere = await createSite(clinic.clock);
  await admin.call(createClosure, {
    clinic_id: elsewhere,
    kind: 'closure',
    name: 'Paint',
    first_day: '2026-03-04',
  });
  expect(await closed('2026-03-03', 2)).toEqual([
    'holiday Town day 03-03T00:00 03-04T00:00',
    'break 03-04T12:00 03-04T13:00',
  ]);
});

it('says that a single day has hours of its own, without the break, or none at all', async () => {
  await doctor.call(setDay, { day: '2026-03-03', hours: [] });
  await doctor.call(setDay, {
    day: '2026-03-04',
    hours: [{ starts: '10:00', ends: '12:00', slot_minutes: 20 }],
  });
  expect(await closed('2026-03-03', 2)).toEqual(['off 03-03T00:00 03-04T00:00']);
});

it('goes by the clock of the site, on the day on which it changes too', async () => {
  expect(await closed('2026-03-29', 1)).toEqual(['break 03-29T11:00 03-29T12:00']);
});

it('is for the doctor alone: nobody else has hours', async () => {
  await doctor.call(createAbsence, { kind: 'leave', first_day: '2026-03-03' });
  const other = await createDoctor(clinic.clock, site);
  expect(await closed('2026-03-03', 1, other)).toEqual([]);
  const patient = await createPatient(clinic.clock, site);
  expect((await patient.refusal(listClosedTimes, { from: '2026-03-03' })).code).toBe('forbidden');
});
