import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { insertRow } from '#db/rows';
import { practitionerServices } from '#db/schema/practitioner-services';
import { services } from '#db/schema/services';
import { bookAppointment } from '#lib/operations/appointments/book';
import { searchOpenings } from '#lib/operations/openings/search';
import { newId } from '#lib/platform/ids';
import {
  asImport,
  createDoctor,
  createPatient,
  createSite,
  type DoctorPerson,
  type PatientPerson,
} from '../../factories/care';
import { asRole } from '../../harness/as-role';
import { openClinic, type TestClinic } from '../../harness/clinic';

let clinic: TestClinic;
let doctor: DoctorPerson;
let second: DoctorPerson;
let patient: PatientPerson;
const service = newId('services');

beforeAll(async () => {
  clinic = await openClinic();
  const site = await createSite(clinic.clock);
  doctor = await createDoctor(clinic.clock, site);
  second = await createDoctor(clinic.clock, site);
  patient = await createPatient(clinic.clock, site);
  await asImport(clinic.clock, async (tx) => {
    const row = { id: service, clinic_id: site, name: 'Longer visit', minutes: 60, colour: 'blue' as const };
    const created_at = clinic.clock.now();
    await insertRow(tx, services, { ...row, in_person: true, video: false, patients_book: true, created_at });
    await insertRow(tx, practitionerServices, {
      practitioner_id: second.id,
      service_id: service,
      minutes: 90,
      created_at,
    });
  });
});
afterAll(() => clinic.close());

// The clock stands on Monday, 2 March 2026, 9:00; London is on UTC until 29 March. Both see patients from 9 to 12.
beforeEach(() => clinic.clock.set('2026-03-02T09:00:00Z'));
const tuesday = { from: '2026-03-03', days: 1 };
const startsOf = (item?: { openings: { starts_at: string }[] }) =>
  item?.openings.map(({ starts_at }) => starts_at.slice(11, 16));

describe('a search for free times', () => {
  it('finds every doctor with so many of their next times, the soonest first', async () => {
    const { items, doctors } = await patient.call(searchOpenings, { ...tuesday, each: 2 });
    expect(doctors).toHaveLength(2);
    expect(items.map(({ total }) => total)).toEqual([6, 6]);
    expect(items.map(startsOf)).toEqual([
      ['09:00', '09:30'],
      ['09:00', '09:30'],
    ]);
    await patient.call(bookAppointment, {
      doctor_id: items[0]?.doctor.id ?? '',
      scheduled_at: '2026-03-05T09:00:00Z',
    });
    const thursday = await patient.call(searchOpenings, { from: '2026-03-05', days: 1, each: 1 });
    // Nor with the other doctor: nobody is in two places at once.
    expect(thursday.items.map(startsOf)).toEqual([['09:30'], ['09:30']]);
  });

  it('finds who gives a service, in the doctor’s own length of it', async () => {
    const { items, services: known } = await patient.call(searchOpenings, {
      ...tuesday,
      service_id: service,
    });
    expect(known).toEqual([{ id: service, name: 'Longer visit' }]);
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ doctor: { id: second.id }, total: 4 });
    expect(items[0]?.openings[0]).toEqual({
      starts_at: '2026-03-03T09:00:00Z',
      ends_at: '2026-03-03T10:30:00Z',
    });
    const byVideo = { ...tuesday, service_id: service, mode: 'video' as const };
    expect((await patient.call(searchOpenings, byVideo)).items).toEqual([]);
  });

  it('is by doctor, speciality and part of the day', async () => {
    const one = await patient.call(searchOpenings, { ...tuesday, doctor_id: doctor.id });
    expect(one.items.map((item) => item.doctor.id)).toEqual([doctor.id]);
    const none = await patient.call(searchOpenings, { ...tuesday, speciality: 'Cardiology' });
    expect(none.items).toEqual([]);
    const later = await patient.call(searchOpenings, { ...tuesday, part: 'afternoon' });
    expect(later.items.map(({ total }) => total)).toEqual([0, 0]);
  });

  it('tells nobody of another patient’s visits', async () => {
    const other = await createPatient(clinic.clock, doctor.clinicId);
    const friday = { from: '2026-03-06', days: 1, doctor_id: doctor.id };
    await other.call(bookAppointment, { doctor_id: second.id, scheduled_at: '2026-03-06T09:00:00Z' });
    const asOther = await patient.refusal(searchOpenings, { ...friday, patient_id: other.id });
    expect(asOther.code).toBe('not_found');
    expect(startsOf((await other.call(searchOpenings, friday)).items[0])?.[0]).toBe('09:30');
  });

  it('begins with today by the clock of the site, also where that is yesterday’s evening', async () => {
    const west = await createSite(clinic.clock);
    const late = await createDoctor(clinic.clock, west);
    await asRole(clinic.database.superuserUrl, async (sql) => {
      await sql`update clinics set zone = 'America/New_York' where id = ${west}`;
      await sql`update availability_rules set starts = '20:00', ends = '22:00' where practitioner_id = ${late.id}`;
    });
    // Half past eight on Monday evening in New York.
    clinic.clock.set('2026-03-03T01:30:00Z');
    const own = await createPatient(clinic.clock, west);
    const { items } = await own.call(searchOpenings, { doctor_id: late.id, days: 1 });
    expect(items[0]?.openings.map(({ starts_at }) => starts_at)).toEqual([
      '2026-03-03T02:00:00Z',
      '2026-03-03T02:30:00Z',
      '2026-03-04T01:00:00Z',
      '2026-03-04T01:30:00Z',
      '2026-03-04T02:00:00Z',
      '2026-03-04T02:30:00Z',
    ]);
  });
});
