import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { withActor } from '#db/client';
import { bookAppointment } from '#lib/operations/appointments/book';
import { changeVisitState } from '#lib/operations/appointments/change-state';
import { getAppointment } from '#lib/operations/appointments/get';
import { joinVisit } from '#lib/operations/appointments/join';
import { listOwnAppointments } from '#lib/operations/appointments/list';
import { listVisitTransitions } from '#lib/operations/appointments/list-transitions';
import { undoVisitChange } from '#lib/operations/appointments/undo';
import { newRequestId } from '#lib/platform/request-id';
import { signIn } from '../../factories/account';
import {
  createAdmin,
  createDoctor,
  createPatient,
  createSite,
  type DoctorPerson,
  type PatientPerson,
  type Person,
  relate,
} from '../../factories/care';
import { createCarer } from '../../factories/carer';
import { asRole } from '../../harness/as-role';
import { openClinic, type TestClinic } from '../../harness/clinic';
import { codeOf } from '../../harness/code-of';

let clinic: TestClinic;
let doctor: DoctorPerson;
let patient: PatientPerson;
let id: string;

beforeAll(async () => {
  clinic = await openClinic();
});
afterAll(() => clinic.close());

// The clock stands on Monday, 2 March 2026, 10:00; the visit is from 11:00 to 11:30, and London is on UTC until 29 March.
beforeEach(async () => {
  clinic.clock.set('2026-03-02T10:00:00Z');
  const site = await createSite(clinic.clock);
  doctor = await createDoctor(clinic.clock, site);
  patient = await createPatient(clinic.clock, site);
  const wish = { doctor_id: doctor.id, scheduled_at: '2026-03-02T11:00:00Z' };
  id = (await patient.call(bookAppointment, wish)).id;
});

const sql = <T>(work: Parameters<typeof asRole<T>>[1]) => asRole(clinic.database.superuserUrl, work);
const arrive = (by: Person = patient) => by.call(changeVisitState, { id, state: 'arrived' });
const steps = async () =>
  (await patient.call(listVisitTransitions, { id })).items.map(
    ({ from, to, changed_as }) => `${from}>${to} ${changed_as}`,
  );

describe('whoever comes says that they are there', () => {
  it.each([
    ['2026-03-02T09:59:59Z', 'conflict', 'not_yet'],
    ['2026-03-02T10:00:00Z', 'done', null],
    ['2026-03-02T11:30:00Z', 'done', null],
    ['2026-03-02T11:30:01Z', 'conflict', 'too_late'],
  ])('at %s: %s', async (now, expected, reason) => {
    clinic.clock.set(now);
    const { can, check_in } = await patient.call(getAppointment, { id });
    expect(can.arrive.reason).toBe(reason);
    expect(check_in).toEqual({ from: '2026-03-02T10:00:00Z', until: '2026-03-02T11:30:00Z' });
    expect(await codeOf(arrive())).toBe(expected);
  });

  it('and the doctor’s day shows it, with who said so', async () => {
    await arrive();
    const { items } = await doctor.call(listOwnAppointments, { date: '2026-03-02' });
    expect(items).toMatchObject([{ id, state: 'arrived', can: { start: { allowed: true } } }]);
    expect(await steps()).toEqual(['scheduled>arrived patient']);
  });

  it('and takes it back for ten minutes, by themselves and nobody else’s word', async () => {
    await arrive();
    clinic.clock.advance(600);
    expect((await patient.call(getAppointment, { id })).can.undo.allowed).toBe(true);
    expect(await patient.call(undoVisitChange, { id })).toMatchObject({ state: 'scheduled', version: 3 });
    await arrive();
    clinic.clock.advance(601);
    expect(await codeOf(patient.call(undoVisitChange, { id }))).toBe('conflict');
    await doctor.call(changeVisitState, { id, state: 'in_progress' });
    expect(await codeOf(patient.call(undoVisitChange, { id }))).toBe('forbidden');
    await doctor.call(undoVisitChange, { id });
    expect(await codeOf(patient.call(undoVisitChange, { id }))).toBe('forbidden');
  });

  it('and does not take back what staff have said', async () => {
    await arrive(doctor);
    expect((await patient.call(getAppointment, { id })).can.undo.reason).toBe('not_permitted');
    expect(await codeOf(patient.call(undoVisitChange, { id }))).toBe('forbidden');
  });

  it('or a carer who books for them; each takes back their own', async () => {
    const carer = await createCarer(clinic, patient, 'appointments', '2026-03-20');
    await arrive(carer);
    expect(await codeOf(patient.call(undoVisitChange, { id }))).toBe('forbidden');
    await carer.call(undoVisitChange, { id });
    expect(await steps()).toEqual(['scheduled>arrived patient', 'arrived>scheduled patient']);
  });
});

describe('the database asks the same of whoever comes', () => {
  /** What the patient’s own session could write past every operation. */
  async function set(status: string, by: PatientPerson = patient): Promise<string> {
    const { session } = await signIn(clinic.clock, by.account);
    const actor = { kind: 'user', session, now: clinic.clock.now() } as const;
    return withActor({ ...actor, requestId: newRequestId() }, async (tx) => {
      const { count } = await tx`update appointments set status = ${status} where id = ${id}`;
      return `${count}`;
    }).catch((error: { constraint_name?: string }) => error.constraint_name ?? `${error}`);
  }

  it('when they may arrive', async () => {
    const outcomes = [];
    for (const now of ['2026-03-02T09:59:59Z', '2026-03-02T11:30:01Z', '2026-03-02T11:30:00Z']) {
      clinic.clock.set(now);
      outcomes.push(await set('arrived'));
    }
    expect(outcomes).toEqual(['appointments_transition', 'appointments_transition', '1']);
  });

  it('that they come in person', async () => {
    await sql((tx) => tx`update appointments set mode = 'video' where id = ${id}`);
    expect(await set('arrived')).toBe('appointments_transition');
  });

  it('that nothing else is theirs to say, but to cancel', async () => {
    for (const status of ['in_progress', 'completed', 'no_show'])
      expect(await set(status), status).toBe('appointments_transition');
    expect(await set('cancelled')).toBe('1');
  });

  it('that they take back what they have said themselves', async () => {
    await arrive(doctor);
    expect(await set('scheduled')).toBe('appointments_transition');
    await doctor.call(undoVisitChange, { id });
    await arrive();
    expect(await set('scheduled')).toBe('1');
  });
});

describe('a visit by video', () => {
  beforeEach(async () => {
    await sql(async (tx) => {
      await tx`update appointments set mode = 'video' where id = ${id}`;
      await tx`update clinics set video_url = 'https://video.example.org/northgate/?org=1' where id = ${doctor.clinicId}`;
    });
  });
  const join = (by: Person = patient) => by.call(joinVisit, { id });

  it.each([
    ['2026-03-02T10:44:59Z', 'conflict'],
    ['2026-03-02T10:45:00Z', 'done'],
    ['2026-03-02T11:59:59Z', 'done'],
    ['2026-03-02T12:00:00Z', 'conflict'],
  ])('is joined at %s: %s', async (now, expected) => {
    clinic.clock.set(now);
    expect(await codeOf(join())).toBe(expected);
    expect((await patient.call(getAppointment, { id })).can.join.allowed).toBe(expected === 'done');
  });

  it('that has begun is joined for two hours after its planned end, and told so', async () => {
    clinic.clock.set('2026-03-02T11:00:00Z');
    const { join: planned } = await patient.call(getAppointment, { id });
    expect(planned).toEqual({ from: '2026-03-02T10:45:00Z', until: '2026-03-02T12:00:00Z' });
    await doctor.call(changeVisitState, { id, state: 'in_progress' });
    const { join: begun } = await patient.call(getAppointment, { id });
    expect(begun?.until).toBe('2026-03-02T13:30:00Z');
    clinic.clock.set('2026-03-02T13:29:59Z');
    for (const each of [patient, doctor]) expect(await codeOf(join(each))).toBe('done');
    clinic.clock.advance(1);
    expect(await codeOf(join())).toBe('conflict');
  });

  it('has one room for both, which says nothing of who comes, and each who joins is in the log', async () => {
    clinic.clock.set('2026-03-02T11:00:00Z');
    const { url } = await join();
    expect(await join(doctor)).toEqual({ url });
    expect(url).toMatch(/^https:\/\/video\.example\.org\/northgate\/[\w-]{43}\?org=1$/);
    for (const part of [id, patient.id, doctor.id, id.replaceAll('-', '')]) expect(url).not.toContain(part);
    const joined = (await clinic.events()).filter(
      ({ action, resource_id }) => action === 'JOIN_VISIT' && resource_id === id,
    );
    expect(joined.map(({ user_id }) => user_id)).toEqual([patient.account.id, doctor.account.id]);
    expect(JSON.stringify(joined)).not.toContain('video.example.org');
  });

  it('has another room than any other visit, and after it was moved', async () => {
    const other = await createPatient(clinic.clock, doctor.clinicId);
    const wish = { doctor_id: doctor.id, scheduled_at: '2026-03-02T10:30:00Z' };
    const theirs = (await other.call(bookAppointment, wish)).id;
    await sql((tx) => tx`update appointments set mode = 'video' where id = ${theirs}`);
    clinic.clock.set('2026-03-02T10:50:00Z');
    const rooms = [(await join()).url, (await other.call(joinVisit, { id: theirs })).url];
    await sql((tx) => tx`update appointments set scheduled_at = '2026-03-02T11:05Z' where id = ${id}`);
    rooms.push((await join()).url);
    expect(new Set(rooms).size).toBe(3);
  });

  it('is joined by who books for the patient, and by no stranger, colleague or admin', async () => {
    const [books, reads] = [
      await createCarer(clinic, patient, 'appointments', '2026-03-20'),
      await createCarer(clinic, patient, 'chart', '2026-03-20'),
    ];
    const colleague = await createDoctor(clinic.clock, doctor.clinicId);
    await relate(clinic.clock, patient, colleague);
    const strangers = [
      await createPatient(clinic.clock, doctor.clinicId),
      await createDoctor(clinic.clock, doctor.clinicId),
      await createAdmin(clinic.clock),
    ];
    clinic.clock.set('2026-03-02T11:00:00Z');
    expect(await codeOf(join(books))).toBe('done');
    for (const each of [reads, colleague]) expect(await codeOf(join(each))).toBe('forbidden');
    const codes = [];
    for (const each of strangers) codes.push(await codeOf(join(each)));
    expect(codes).toEqual(['not_found', 'not_found', 'insufficient_scope']);
  });

  it('is not joined once it is called off, in person, or without a place for it', async () => {
    clinic.clock.set('2026-03-02T11:00:00Z');
    await doctor.call(changeVisitState, { id, state: 'cancelled', reason: 'Ill' });
    expect(await codeOf(join())).toBe('conflict');
    await doctor.call(undoVisitChange, { id });
    await sql((tx) => tx`update clinics set video_url = null where id = ${doctor.clinicId}`);
    expect(await codeOf(join())).toBe('forbidden');
    expect((await patient.call(getAppointment, { id })).join).toBeNull();
    await sql(async (tx) => {
      await tx`update clinics set video_url = 'https://video.example.org' where id = ${doctor.clinicId}`;
      await tx`update appointments set mode = 'in_person' where id = ${id}`;
    });
    expect(await codeOf(join())).toBe('forbidden');
  });

  it('has nobody come to the desk', async () => {
    clinic.clock.set('2026-03-02T11:00:00Z');
    expect((await patient.call(getAppointment, { id })).check_in).toBeNull();
    expect(await codeOf(arrive())).toBe('forbidden');
  });
});
