import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createAbsence } from '#lib/operations/absences/create';
import { bookAppointment } from '#lib/operations/appointments/book';
import { getAppointment } from '#lib/operations/appointments/get';
import { holdAppointment } from '#lib/operations/appointments/hold';
import { listOwnAppointments } from '#lib/operations/appointments/list';
import { overbookAppointment } from '#lib/operations/appointments/overbook';
import { getOwnHold } from '#lib/operations/appointments/own-hold';
import { listSlots } from '#lib/operations/doctors/list-slots';
import {
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
let other: PatientPerson;

beforeAll(async () => {
  clinic = await openClinic();
});
afterAll(() => clinic.close());

// The clock stands on Monday, 2 March 2026, 9:00; London is on UTC until 29 March.
beforeEach(async () => {
  clinic.clock.set('2026-03-02T09:00:00Z');
  const site = await createSite(clinic.clock);
  doctor = await createDoctor(clinic.clock, site);
  patient = await createPatient(clinic.clock, site);
  other = await createPatient(clinic.clock, site, 'Gus Ward');
});

const nine = '2026-03-03T09:00:00Z';
const wish = () => ({ doctor_id: doctor.id, scheduled_at: nine });
const firstFree = async (who: PatientPerson) => {
  const { days } = await who.call(listSlots, { id: doctor.id, from: '2026-03-03', days: 1 });
  return days[0]?.slots[0]?.starts_at;
};

describe('a time that somebody holds', () => {
  it('is kept for five minutes: nobody else gets it, and is told the three nearest', async () => {
    const hold = await patient.call(holdAppointment, wish());
    expect(hold).toMatchObject({ scheduled_at: nine, held_until: '2026-03-02T09:05:00Z' });
    const refusals = [
      await other.refusal(bookAppointment, wish()),
      await other.refusal(holdAppointment, wish()),
    ];
    for (const refusal of refusals)
      expect(refusal).toMatchObject({
        code: 'slot_taken',
        facts: {
          nearest: [
            { starts_at: '2026-03-03T09:30:00Z', zone: 'Europe/London' },
            { starts_at: '2026-03-03T10:00:00Z' },
            { starts_at: '2026-03-03T10:30:00Z' },
          ],
        },
      });
    expect(await firstFree(other)).toBe('2026-03-03T09:30:00Z');
  });

  it('is free to its holder, and becomes the visit', async () => {
    const { id } = await patient.call(holdAppointment, wish());
    expect(await firstFree(patient)).toBe(nine);
    expect(await patient.call(getOwnHold, {})).toMatchObject({
      hold: { id, doctor_name: 'Dr Amara Okafor' },
    });
    const visit = await patient.call(bookAppointment, {
      ...wish(),
      mode: 'in_person',
      hold_id: id,
      notes: 'A cough',
    });
    expect(visit).toMatchObject({
      id,
      status: 'scheduled',
      state: 'scheduled',
      notes: 'A cough',
      version: 1,
    });
    expect(await patient.call(getOwnHold, {})).toEqual({ hold: null });
  });

  it('stays theirs though its doctor sees somebody beside it on purpose, and not where the doctor is away', async () => {
    await relate(clinic.clock, other, doctor);
    const { id } = await patient.call(holdAppointment, wish());
    const beside = { ...wish(), patient_id: other.id, overbook_reason: 'In pain' };
    expect(await doctor.call(overbookAppointment, beside)).toMatchObject({ overbooked: true });
    const visit = await patient.call(bookAppointment, { ...wish(), mode: 'in_person', hold_id: id });
    expect(visit).toMatchObject({ id, status: 'scheduled' });
    const half = { ...wish(), scheduled_at: '2026-03-03T09:30:00Z' };
    const second = await patient.call(holdAppointment, half);
    const long = { ...half, patient_id: other.id, duration_minutes: 60, overbook_reason: 'In pain' };
    await doctor.call(overbookAppointment, long);
    const block = { kind: 'block', first_day: '2026-03-03', starts: '09:30', ends: '10:00' } as const;
    await doctor.call(createAbsence, block);
    const late = { ...half, mode: 'in_person', hold_id: second.id } as const;
    const refusal = await patient.refusal(bookAppointment, late);
    expect(refusal).toMatchObject({ code: 'slot_taken' });
    // Ten o'clock is overbooked too: of another time they hold nothing.
    expect(refusal.facts.nearest).toMatchObject([{ starts_at: '2026-03-03T10:30:00Z' }, {}, {}]);
  });

  it('stays with staff too, though its doctor sees somebody beside it on purpose', async () => {
    const colleague = await createDoctor(clinic.clock, doctor.clinicId);
    for (const each of [doctor, colleague]) await relate(clinic.clock, other, each);
    await relate(clinic.clock, patient, doctor);
    const kept = { ...wish(), patient_id: other.id };
    const { id } = await colleague.call(holdAppointment, kept);
    const beside = { ...wish(), patient_id: patient.id, overbook_reason: 'In pain' };
    expect(await doctor.call(overbookAppointment, beside)).toMatchObject({ overbooked: true });
    const booked = await colleague.call(bookAppointment, { ...kept, mode: 'in_person', hold_id: id });
    expect(booked).toMatchObject({ id, status: 'scheduled' });
  });

  it('is anybody’s after that, and its holder books what is still free', async () => {
    const { id } = await patient.call(holdAppointment, wish());
    clinic.clock.advance(5 * 60);
    expect(await patient.call(getOwnHold, {})).toEqual({ hold: null });
    expect(await firstFree(other)).toBe(nine);
    const late = await patient.call(bookAppointment, { ...wish(), hold_id: id });
    expect(late.id).not.toBe(id);
    expect(await held()).toBe(0);
  });

  it('may be gone when its holder comes too late', async () => {
    const { id } = await patient.call(holdAppointment, wish());
    clinic.clock.advance(5 * 60);
    await other.call(bookAppointment, wish());
    const refusal = await patient.refusal(bookAppointment, { ...wish(), hold_id: id });
    expect(refusal.code).toBe('slot_taken');
  });

  it('is one: another lets it go', async () => {
    await patient.call(holdAppointment, wish());
    await patient.call(holdAppointment, { ...wish(), scheduled_at: '2026-03-03T10:00:00Z' });
    expect(await firstFree(other)).toBe(nine);
    expect(await held()).toBe(1);
  });

  it('is no visit: for its doctor, in lists and by its id there is none', async () => {
    await relate(clinic.clock, patient, doctor);
    const { id } = await patient.call(holdAppointment, wish());
    for (const who of [patient, doctor, other]) {
      expect((await who.refusal(getAppointment, { id })).code).toBe('not_found');
      expect((await who.call(listOwnAppointments, {})).items).toEqual([]);
    }
    expect(await other.call(getOwnHold, {})).toEqual({ hold: null });
  });

  it('cannot be booked by another who knows its id', async () => {
    const { id } = await patient.call(holdAppointment, wish());
    expect((await other.refusal(bookAppointment, { ...wish(), hold_id: id })).code).toBe('slot_taken');
  });

  it('gives another time only where that is free: what is booked is what was asked for', async () => {
    const { id } = await patient.call(holdAppointment, wish());
    const ten = '2026-03-03T10:00:00Z';
    const visit = await patient.call(bookAppointment, { ...wish(), scheduled_at: ten, hold_id: id });
    expect(visit).toMatchObject({ scheduled_at: ten });
    expect(await firstFree(other)).toBe(nine);
  });

  it('is one of many asked for at once', async () => {
    const ends = await Promise.all(
      [patient, other, patient, other].map((each) =>
        each.call(holdAppointment, wish()).then(
          () => each.id,
          (error: { code: string }) => error.code,
        ),
      ),
    );
    const holders = new Set(ends.filter((end) => end !== 'slot_taken'));
    expect(holders.size).toBe(1);
    expect(await held()).toBe(1);
  });
});

/** How many rows hold a time of this doctor. */
async function held(): Promise<number> {
  const [row] = await asRole(
    clinic.database.superuserUrl,
    (sql) =>
      sql`select count(*)::int as n from appointments where status = 'held' and doctor_id = ${doctor.id}`,
  );
  return row?.n;
}
