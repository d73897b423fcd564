import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bookAppointment } from '#lib/operations/appointments/book';
import { cancelAppointment } from '#lib/operations/appointments/cancel';
import { getAppointment } from '#lib/operations/appointments/get';
import { listOwnAppointments } from '#lib/operations/appointments/list';
import { updateAppointment } from '#lib/operations/appointments/update';
import { getPatient } from '#lib/operations/patients/get';
import {
  createAdmin,
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
let patient: PatientPerson;
let id: string;

const nine = '2026-03-03T09:00:00Z';
const half = '2026-03-03T09:30:00Z';

beforeAll(async () => {
  clinic = await openClinic();
});
afterAll(() => clinic.close());

// The clock stands on Monday, 2 March 2026, 10:00, and sessions last a day; London is on UTC until 29 March.
beforeEach(async () => {
  clinic.clock.set('2026-03-02T10:00:00Z');
  const site = await createSite(clinic.clock);
  doctor = await createDoctor(clinic.clock, site);
  patient = await createPatient(clinic.clock, site);
  const wish = { doctor_id: doctor.id, scheduled_at: nine, notes: 'Canary-77d1 cough' };
  id = (await patient.call(bookAppointment, wish)).id;
});

const validUntil = async () => {
  const rows = await asRole(
    clinic.database.superuserUrl,
    (sql) => sql`select valid_until::text as until from care_relationships where patient_id = ${patient.id}`,
  );
  return rows.map((row) => row.until);
};

describe('the patient', () => {
  it('moves a visit to another offered time; the relationship follows', async () => {
    const moved = await patient.call(updateAppointment, { id, scheduled_at: '2026-03-10T11:30:00Z' });
    expect(moved).toMatchObject({ version: 2, ends_at: '2026-03-10T12:00:00Z', notes: 'Canary-77d1 cough' });
    expect(await validUntil()).toEqual(['2027-03-10 12:00:00+00']);
    const wish = { doctor_id: doctor.id, scheduled_at: nine };
    const other = await createPatient(clinic.clock, doctor.clinicId);
    expect(await other.call(bookAppointment, wish)).toMatchObject({ scheduled_at: nine });
    expect((await patient.refusal(updateAppointment, { id, scheduled_at: nine })).code).toBe('slot_taken');
    const odd = await patient.refusal(updateAppointment, { id, scheduled_at: '2026-03-10T11:40:00Z' });
    expect(odd.facts.errors).toMatchObject([{ path: 'scheduled_at', code: 'not_offered' }]);
  });

  it('cancels, which frees the time; nothing can be done to the visit after that', async () => {
    await patient.call(cancelAppointment, { id });
    const visit = await patient.call(getAppointment, { id });
    const ended = { allowed: false, reason: 'already_ended' };
    expect(visit).toMatchObject({ status: 'cancelled', version: 2, can: { cancel: ended, move: ended } });
    await patient.call(bookAppointment, { doctor_id: doctor.id, scheduled_at: nine });
    const codes = [
      (await patient.refusal(cancelAppointment, { id })).code,
      (await patient.refusal(updateAppointment, { id, scheduled_at: half })).code,
      (await patient.refusal(updateAppointment, { id, status: 'scheduled' })).code,
    ];
    expect(codes).toEqual(['conflict', 'conflict', 'forbidden']);
  });

  it('cancels by status as well, and may set no other', async () => {
    expect((await patient.refusal(updateAppointment, { id, status: 'completed' })).code).toBe('forbidden');
    const visit = await patient.call(updateAppointment, { id, status: 'cancelled' });
    expect(visit.status).toBe('cancelled');
    const events = (await clinic.events()).filter((event) => event.resource_id === id);
    expect(events.map((event) => event.action)).toEqual([
      'CREATE_APPOINTMENT',
      'UPDATE_APPOINTMENT',
      'CANCEL_APPOINTMENT',
    ]);
    expect(JSON.stringify(events)).not.toContain('Canary');
  });

  it('does not undo a visit that has begun', async () => {
    clinic.clock.set(nine);
    expect((await patient.call(getAppointment, { id })).can.cancel.reason).toBe('already_begun');
    expect((await patient.refusal(cancelAppointment, { id })).code).toBe('conflict');
    await doctor.call(cancelAppointment, { id });
  });

  it('keeps a relationship that another standing visit gives', async () => {
    await patient.call(bookAppointment, { doctor_id: doctor.id, scheduled_at: '2026-03-05T09:00:00Z' });
    await patient.call(bookAppointment, { doctor_id: doctor.id, scheduled_at: '2026-03-04T09:00:00Z' });
    expect(await validUntil()).toEqual(['2027-03-05 09:30:00+00']);
    await patient.call(cancelAppointment, { id });
    expect((await doctor.call(getPatient, { id: patient.id })).relation).toBe('treating');
  });

  it('changes what they wrote, or takes it away', async () => {
    expect((await patient.call(updateAppointment, { id, notes: '<5 days' })).notes).toBe('<5 days');
    expect((await doctor.call(getAppointment, { id })).notes).toBe('<5 days');
    expect((await patient.call(updateAppointment, { id, notes: null })).notes).toBeNull();
    expect((await patient.refusal(updateAppointment, { id, notes: '\u0000' })).code).toBe(
      'validation_failed',
    );
  });
});

describe('the doctor', () => {
  it('completes a visit from its day on, and may look back on it for 12 months', async () => {
    expect((await doctor.call(getAppointment, { id })).can.complete.reason).toBe('not_yet');
    expect((await doctor.refusal(updateAppointment, { id, status: 'completed' })).code).toBe('conflict');
    clinic.clock.set('2026-03-03T08:55:00Z');
    expect((await doctor.call(updateAppointment, { id, status: 'completed' })).status).toBe('completed');
    expect((await patient.refusal(cancelAppointment, { id })).code).toBe('conflict');
    expect(await validUntil()).toEqual(['2027-03-03 09:30:00+00']);
  });

  it('moves a visit to any time to come, with its length', async () => {
    const moved = await doctor.call(updateAppointment, { id, scheduled_at: '2026-03-07T18:05:00Z' });
    expect(moved).toMatchObject({ ends_at: '2026-03-07T18:35:00Z', duration_minutes: 30 });
    expect(await validUntil()).toEqual(['2027-03-03 09:30:00+00']);
    const past = await doctor.refusal(updateAppointment, { id, scheduled_at: '2026-03-01T09:00:00Z' });
    expect(past.facts.errors).toMatchObject([{ path: 'scheduled_at', code: 'in_the_past' }]);
  });
});

describe('a visit that the doctor has booked', () => {
  const soon = () => clinic.clock.now().add({ minutes: 10 }).toString();
  const book = async (scheduled_at = soon()) => {
    const wish = { doctor_id: doctor.id, patient_id: patient.id, scheduled_at };
    return (await doctor.call(bookAppointment, wish)).id;
  };
  const chart = () =>
    doctor.call(getPatient, { id: patient.id }).then(
      ({ relation }) => relation,
      (error: { code: string }) => error.code,
    );

  it('completed at once, does not outlive the cancellation of the one that the patient has booked', async () => {
    await doctor.call(updateAppointment, { id: await book(), status: 'completed' });
    expect(await validUntil()).toEqual(['2027-03-03 09:30:00+00']);
    await patient.call(cancelAppointment, { id });
    expect(await chart()).toBe('not_found');
  });

  it('keeps the chart open while the patient may still cancel it, and no longer', async () => {
    const theirs = await book();
    await patient.call(cancelAppointment, { id });
    expect([await chart(), await validUntil()]).toEqual(['treating', ['2026-03-02 10:40:00+00']]);
    await doctor.call(updateAppointment, { id: theirs, status: 'completed' });
    clinic.clock.advance(40 * 60);
    expect(await chart()).toBe('not_found');
  });

  it('is closed by the patient like any other, and is theirs once they have moved it', async () => {
    const theirs = await book(half);
    await patient.call(cancelAppointment, { id });
    await patient.call(updateAppointment, { id: theirs, scheduled_at: '2026-03-04T09:00:00Z' });
    expect(await validUntil()).toEqual(['2027-03-04 09:30:00+00']);
    await patient.call(cancelAppointment, { id: theirs });
    expect(await chart()).toBe('not_found');
  });

  it('is theirs as well for a change by the doctor that has read it just before', async () => {
    const theirs = await book(half);
    const refused = await asRole(clinic.database.superuserUrl, (sql) =>
      sql.begin(async (tx) => {
        await tx`select pg_advisory_xact_lock(hashtextextended(${doctor.id}, 0))`;
        const noting = doctor.refusal(updateAppointment, { id: theirs, notes: 'Bring the letter' });
        // Whoever stands in line for the diary has read the visit.
        const inLine = () => tx`select 1 from pg_locks where locktype = 'advisory' and not granted`;
        while ((await inLine()).count === 0) await tx`select pg_sleep(0.01)`;
        await tx`update appointments set booked_as = 'patient' where id = ${theirs}`;
        return { noting };
      }),
    );
    expect((await refused.noting).code).toBe('conflict');
    expect(await patient.call(getAppointment, { id: theirs })).toMatchObject({ version: 1, notes: null });
  });
});

describe('a change', () => {
  it('is refused where another has come between, and one of two at once wins', async () => {
    await patient.call(updateAppointment, { id, notes: 'First', expected_version: 1 });
    const late = { id, notes: 'Second', expected_version: 1 };
    expect((await doctor.refusal(updateAppointment, late)).code).toBe('stale_version');
    expect((await doctor.refusal(cancelAppointment, { id, expected_version: 1 })).code).toBe('stale_version');
    const codes = await Promise.all(
      [patient, doctor].map((each) =>
        each.call(cancelAppointment, { id }).then(
          () => 'cancelled',
          (error: { code: string }) => error.code,
        ),
      ),
    );
    expect(codes.sort()[0]).toBe('cancelled');
    expect(['conflict', 'not_found']).toContain(codes.sort()[1]);
  });

  it('is not for strangers and admins, and cannot say two things', async () => {
    const other = await createPatient(clinic.clock, doctor.clinicId);
    const stranger = await createDoctor(clinic.clock, doctor.clinicId);
    const admin = await createAdmin(clinic.clock);
    const codes = [];
    for (const each of [other, stranger, admin]) {
      codes.push((await each.refusal(updateAppointment, { id, notes: 'x' })).code);
      codes.push((await each.refusal(cancelAppointment, { id })).code);
    }
    expect([...new Set(codes.slice(0, 4)), ...new Set(codes.slice(4))]).toEqual([
      'not_found',
      'insufficient_scope',
    ]);
    const both = { id, status: 'cancelled', scheduled_at: half } as const;
    expect((await patient.refusal(updateAppointment, both)).facts.errors).toMatchObject([
      { path: 'scheduled_at', code: 'not_with_status' },
    ]);
  });
});

describe('the list', () => {
  it('is cut by status, by time, by the day of the site, and into pages', async () => {
    const at = async (scheduled_at: string) =>
      (await patient.call(bookAppointment, { doctor_id: doctor.id, scheduled_at })).id;
    // London has moved its clock by the end of March: 11:30 there is 10:30 UTC.
    const spring = await at('2026-03-30T10:30:00Z');
    const later = await at('2026-03-04T09:00:00Z');
    await patient.call(cancelAppointment, { id });
    const ids = async (filter: Parameters<typeof patient.call<object, unknown>>[1]) =>
      (await patient.call(listOwnAppointments, filter)).items.map((visit) => visit.id);
    expect(await ids({})).toEqual([id, later, spring]);
    expect(await ids({ sort_order: 'desc' })).toEqual([spring, later, id]);
    expect(await ids({ status: 'cancelled' })).toEqual([id]);
    expect(await ids({ from: '2026-03-04T09:00:00Z', to: '2026-03-30T10:30:00Z' })).toEqual([later]);
    expect(await ids({ from: '2026-03-04T10:00:00+01:00', to: '2026-03-05T00:00:00Z' })).toEqual([later]);
    expect(await ids({ date: '2026-03-30' })).toEqual([spring]);
    expect(await ids({ page: 2, page_size: 2 })).toEqual([spring]);
    const refused = await patient.refusal(listOwnAppointments, { from: 'today', date: '2026-02-30' });
    expect(refused.facts.errors?.map(({ path }) => path)).toEqual(['from', 'date']);
  });
});
