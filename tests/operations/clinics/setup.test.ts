import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bookAppointment } from '#lib/operations/appointments/book';
import { cancelAppointment } from '#lib/operations/appointments/cancel';
import { listOwnAppointments } from '#lib/operations/appointments/list';
import { getClinic } from '#lib/operations/clinics/get';
import { setClinicHours } from '#lib/operations/clinics/set-hours';
import { updateClinic } from '#lib/operations/clinics/update';
import { createClosure } from '#lib/operations/closures/create';
import { listClosures } from '#lib/operations/closures/list';
import { removeClosure } from '#lib/operations/closures/remove';
import { listSlots } from '#lib/operations/doctors/list-slots';
import { getHours } from '#lib/operations/hours/get';
import { updateHours } from '#lib/operations/hours/update';
import { archiveRoom } from '#lib/operations/rooms/archive';
import { createRoom } from '#lib/operations/rooms/create';
import { listRooms } from '#lib/operations/rooms/list';
import { updateRoom } from '#lib/operations/rooms/update';
import { archiveService } from '#lib/operations/services/archive';
import { createService } from '#lib/operations/services/create';
import { listServices } from '#lib/operations/services/list';
import { updateService } from '#lib/operations/services/update';
import { type Id, newId } from '#lib/platform/ids';
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

// The clock stands on Monday, 2 March 2026, 9:00.
beforeEach(async () => {
  site = await createSite(clinic.clock);
  admin = await createAdmin(clinic.clock);
  doctor = await createDoctor(clinic.clock, site);
  patient = await createPatient(clinic.clock, site);
});

const details = {
  name: 'Northgate Clinic',
  address: '12 Northgate',
  phone: '+441134960123',
  video_url: 'https://video.example.org/northgate',
  change_notice_minutes: 1440,
};
const vaccination = { name: 'Vaccination', minutes: 10, colour: 'rose', in_person: true } as const;

const timesOn = async (day: string) => {
  const { days } = await patient.call(listSlots, { id: doctor.id, from: day, days: 1 });
  return days[0]?.slots.map(({ starts_at }) => starts_at.slice(11, 16));
};
const fieldsOf = ({ facts }: { facts: { errors?: readonly { path: string; code: string }[] } }) =>
  facts.errors?.map(({ path, code }) => `${path}: ${code}`);

describe('the details of a site', () => {
  it('are changed by an admin, once for each version that was read', async () => {
    const { version } = await admin.call(getClinic, { id: site });
    await admin.call(updateClinic, { id: site, ...details, expected_version: version });
    expect(await admin.call(getClinic, { id: site })).toMatchObject({ ...details, version: version + 1 });
    const late = await admin.refusal(updateClinic, { id: site, ...details, expected_version: version });
    expect([late.status, late.code]).toEqual([412, 'stale_version']);
    await admin.call(updateClinic, { id: site, name: 'Northgate', change_notice_minutes: 0 });
    expect(await admin.call(getClinic, { id: site })).toMatchObject({ phone: null, video_url: null });
  });

  it.each([
    ['video_url', 'http://video.example.org/northgate', 'invalid_url'],
    ['video_url', 'https://ines:secret@video.example.org/', 'invalid_url'],
    ['video_url', 'javascript:alert(1)', 'invalid_url'],
    ['phone', '0113 496 0123', 'invalid_phone_number'],
    ['name', '  ', 'required'],
    ['change_notice_minutes', 43_201, 'too_big'],
  ])('are refused with %s %s', async (name, value, code) => {
    const refusal = await admin.refusal(updateClinic, { id: site, ...details, [name]: value });
    expect(fieldsOf(refusal)).toEqual([`${name}: ${code}`]);
  });

  it('hold the hours in which times are offered, written as a whole', async () => {
    const hours = [
      { weekday: 2, opens: '09:00', closes: '10:00' },
      { weekday: 2, opens: '11:00', closes: '12:00' },
    ];
    const { version } = await admin.call(getClinic, { id: site });
    await admin.call(setClinicHours, { id: site, hours, expected_version: version });
    expect(await timesOn('2026-03-03')).toEqual(['09:00', '09:30', '11:00', '11:30']);
    expect(await timesOn('2026-03-04')).toEqual([]);
    const late = await admin.refusal(setClinicHours, { id: site, hours: [], expected_version: version });
    expect(late.code).toBe('stale_version');
    await admin.call(setClinicHours, { id: site, hours: [], expected_version: version + 1 });
    expect(await timesOn('2026-03-04')).toHaveLength(6);
  });

  it('hold no hours that meet or are the wrong way round', async () => {
    const hours = [
      { weekday: 1, opens: '09:00', closes: '12:00' },
      { weekday: 1, opens: '11:59', closes: '13:00' },
      { weekday: 2, opens: '11:59', closes: '11:59' },
      { weekday: 3, opens: '9:00', closes: '25:00' },
    ];
    const shapes = await admin.refusal(setClinicHours, { id: site, hours });
    expect(fieldsOf(shapes)).toEqual(['hours.3.opens: invalid_time', 'hours.3.closes: invalid_time']);
    const rules = await admin.refusal(setClinicHours, { id: site, hours: hours.slice(0, 3) });
    expect(fieldsOf(rules)).toEqual([
      'hours.1.opens: overlapping_hours',
      'hours.2.closes: ends_before_start',
    ]);
  });
});

describe('visit types', () => {
  it('are added, changed and archived by an admin and seen by everybody', async () => {
    const { id } = await admin.call(createService, { clinic_id: site, ...vaccination });
    const seen = async (person: Pick<Person, 'call'>) =>
      (await person.call(listServices, {})).items.find((each) => each.id === id);
    expect(await seen(patient)).toEqual({
      ...{ id, clinic_id: site, ...vaccination },
      ...{ video: false, patients_book: false, version: 1 },
    });
    await admin.call(updateService, { id, ...vaccination, minutes: 15, video: true, expected_version: 1 });
    expect(await seen(doctor)).toMatchObject({ minutes: 15, video: true, version: 2 });
    const late = await admin.refusal(updateService, { id, ...vaccination, expected_version: 1 });
    expect(late.code).toBe('stale_version');
    expect((await admin.refusal(archiveService, { id, expected_version: 1 })).code).toBe('stale_version');
    await admin.call(archiveService, { id, expected_version: 2 });
    expect(await seen(admin)).toBeUndefined();
    expect((await admin.refusal(updateService, { id, ...vaccination })).code).toBe('not_found');
  });

  it.each([
    [{ in_person: false }, 'in_person: no_mode'],
    [{ minutes: 4 }, 'minutes: too_small'],
    [{ minutes: 241 }, 'minutes: too_big'],
    [{ name: 'Two\nlines' }, 'name: unstorable_characters'],
    [{ colour: 'mauve' as 'rose' }, 'colour: invalid_value'],
  ])('are refused with %o', async (wrong, told) => {
    const refusal = await admin.refusal(createService, { clinic_id: site, ...vaccination, ...wrong });
    expect(fieldsOf(refusal)).toEqual([told]);
  });

  it('need a site that there is', async () => {
    const wish = { clinic_id: newId('clinics'), ...vaccination };
    expect((await admin.refusal(createService, wish)).code).toBe('not_found');
  });
});

describe('rooms', () => {
  it('are added, renamed and archived', async () => {
    const { id } = await admin.call(createRoom, { clinic_id: site, name: 'Room 1' });
    await admin.call(updateRoom, { id, name: 'Room 1a', expected_version: 1 });
    const named = async () => (await doctor.call(listRooms, {})).items.find((room) => room.id === id)?.name;
    expect(await named()).toBe('Room 1a');
    const late = await admin.refusal(updateRoom, { id, name: 'Room 1b', expected_version: 1 });
    expect(late.code).toBe('stale_version');
    await admin.call(archiveRoom, { id, expected_version: 2 });
    expect(await named()).toBeUndefined();
    expect((await admin.refusal(archiveRoom, { id })).code).toBe('not_found');
  });

  it('that are archived keep no time from being offered', async () => {
    const { id } = await admin.call(createRoom, { clinic_id: site, name: 'Room 2' });
    const monday = { weekday: 2, starts: '09:00', ends: '10:00', slot_minutes: 30, in_person: true };
    await doctor.call(updateHours, { weekly: [{ ...monday, room_id: id }] });
    await admin.call(archiveRoom, { id });
    expect(await timesOn('2026-03-03')).toEqual(['09:00', '09:30']);
  });
});

describe('closures', () => {
  it('take the times of their days, and give them back', async () => {
    const wish = { clinic_id: site, kind: 'holiday', name: 'Spring day', first_day: '2026-03-03' } as const;
    const { id } = await admin.call(createClosure, wish);
    expect(await timesOn('2026-03-03')).toEqual([]);
    expect(await timesOn('2026-03-04')).toHaveLength(6);
    const listed = (await patient.call(listClosures, {})).items.filter((each) => each.clinic_id === site);
    expect(listed).toEqual([{ id, ...wish, last_day: '2026-03-03', visits: null }]);
    await admin.call(removeClosure, { id });
    expect(await timesOn('2026-03-03')).toHaveLength(6);
    expect((await admin.refusal(removeClosure, { id })).code).toBe('not_found');
  });

  it('tell an admin how many visits stand on their days, which nobody has called off', async () => {
    const booked = ['2026-03-03T09:00:00Z', '2026-03-03T09:30:00Z', '2026-03-04T09:00:00Z'];
    for (const scheduled_at of booked)
      await patient.call(bookAppointment, { doctor_id: doctor.id, scheduled_at });
    const wish = { clinic_id: site, kind: 'closure', name: 'Works', first_day: '2026-03-03' } as const;
    const { id } = await admin.call(createClosure, wish);
    const standing = async () =>
      (await admin.call(listClosures, {})).items.find((each) => each.id === id)?.visits;
    expect(await standing()).toBe(2);
    const { items } = await patient.call(listOwnAppointments, { when: 'upcoming' });
    await patient.call(cancelAppointment, { id: items[0]?.id ?? '' });
    expect(await standing()).toBe(1);
  });

  it('end on the day they begin or later', async () => {
    const days = { first_day: '2026-03-03', last_day: '2026-03-02' };
    const wish = { clinic_id: site, kind: 'closure', name: 'Works', ...days } as const;
    expect(fieldsOf(await admin.refusal(createClosure, wish))).toEqual(['last_day: ends_before_start']);
  });
});

it('is nobody’s to set up but an admin’s', async () => {
  const { id } = await admin.call(createService, { clinic_id: site, ...vaccination });
  const room = await admin.call(createRoom, { clinic_id: site, name: 'Room 3' });
  const days = { kind: 'closure', name: 'Works', first_day: '2026-03-03' } as const;
  const closure = await admin.call(createClosure, { clinic_id: site, ...days });
  for (const person of [patient, doctor]) {
    const refusals = [
      await person.refusal(getClinic, { id: site }),
      await person.refusal(updateClinic, { id: site, ...details }),
      await person.refusal(setClinicHours, { id: site, hours: [] }),
      await person.refusal(createService, { clinic_id: site, ...vaccination }),
      await person.refusal(updateService, { id, ...vaccination }),
      await person.refusal(archiveService, { id }),
      await person.refusal(createRoom, { clinic_id: site, name: 'Room 4' }),
      await person.refusal(updateRoom, { id: room.id, name: 'Room 4' }),
      await person.refusal(archiveRoom, { id: room.id }),
      await person.refusal(createClosure, { clinic_id: site, ...days }),
      await person.refusal(removeClosure, { id: closure.id }),
    ];
    expect(refusals.map(({ code }) => code)).toEqual(refusals.map(() => 'insufficient_scope'));
  }
  expect((await admin.refusal(getHours, {})).code).toBe('insufficient_scope');
  expect((await admin.refusal(updateHours, { weekly: [] })).code).toBe('insufficient_scope');
  expect((await patient.refusal(updateHours, { weekly: [] })).code).toBe('forbidden');
});
