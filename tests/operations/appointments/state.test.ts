import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bookAppointment } from '#lib/operations/appointments/book';
import { cancelAppointment } from '#lib/operations/appointments/cancel';
import { changeVisitState } from '#lib/operations/appointments/change-state';
import { getAppointment } from '#lib/operations/appointments/get';
import { listVisitTransitions } from '#lib/operations/appointments/list-transitions';
import { undoVisitChange } from '#lib/operations/appointments/undo';
import { updateAppointment } from '#lib/operations/appointments/update';
import {
  createAdmin,
  createDoctor,
  createPatient,
  createSite,
  type DoctorPerson,
  type PatientPerson,
  type Person,
} from '../../factories/care';
import { createCarer } from '../../factories/carer';
import { asRole } from '../../harness/as-role';
import { openClinic, type TestClinic } from '../../harness/clinic';

type State = 'arrived' | 'in_progress' | 'completed' | 'no_show' | 'cancelled';

let clinic: TestClinic;
let doctor: DoctorPerson;
let patient: PatientPerson;
let id: string;

const nine = '2026-03-02T11:00:00Z';
const reason = 'Canary-5e1c flu';

beforeAll(async () => {
  clinic = await openClinic();
});
afterAll(() => clinic.close());

// The clock stands on Monday, 2 March 2026, 10:00; the visit is at 11:00, and London is on UTC until 29 March.
beforeEach(async () => {
  clinic.clock.set('2026-03-02T10:00:00Z');
  const site = await createSite(clinic.clock);
  doctor = await createDoctor(clinic.clock, site);
  patient = await createPatient(clinic.clock, site);
  id = (await patient.call(bookAppointment, { doctor_id: doctor.id, scheduled_at: nine })).id;
});

const say = (state: State, by: Person = doctor) =>
  by.call(changeVisitState, { id, state, ...(state === 'cancelled' && { reason }) });
const refused = async (state: State, by: Person = doctor) =>
  (await by.refusal(changeVisitState, { id, state, ...(state === 'cancelled' && { reason }) })).code;
const undo = (by: Person = doctor) => by.call(undoVisitChange, { id });
const stateNow = async () => (await patient.call(getAppointment, { id })).state;
const steps = async (by: Person = patient) =>
  (await by.call(listVisitTransitions, { id })).items.map(
    ({ from, to, changed_as }) => `${from}>${to} ${changed_as}`,
  );

describe('a day of a visit', () => {
  it('goes from arrived over started to done, each noted with who and when', async () => {
    expect(await say('arrived')).toMatchObject({ state: 'arrived', status: 'scheduled', version: 2 });
    clinic.clock.advance(60);
    expect(await say('in_progress')).toMatchObject({ state: 'in_progress', status: 'scheduled' });
    expect(await say('completed')).toMatchObject({ state: 'completed', status: 'completed', version: 4 });
    const { items } = await patient.call(listVisitTransitions, { id });
    expect(items).toMatchObject([
      {
        from: 'scheduled',
        to: 'arrived',
        changed_as: 'staff',
        changed_by_name: 'Dr Amara Okafor',
        reason: null,
      },
      { from: 'arrived', to: 'in_progress', changed_at: '2026-03-02T10:01:00Z' },
      { from: 'in_progress', to: 'completed' },
    ]);
  });

  it.each([
    ['arrived', 'scheduled', 'arrived'],
    ['in_progress', 'scheduled', 'in_progress'],
    ['completed', 'scheduled', 'completed'],
    ['completed', 'arrived', 'completed'],
    ['cancelled', 'arrived', 'cancelled'],
    ['cancelled', 'in_progress', 'conflict'],
    ['arrived', 'in_progress', 'conflict'],
    ['arrived', 'arrived', 'conflict'],
    ['in_progress', 'completed', 'conflict'],
    ['cancelled', 'completed', 'conflict'],
    ['arrived', 'cancelled', 'conflict'],
    ['no_show', 'cancelled', 'conflict'],
    ['no_show', 'in_progress', 'conflict'],
    ['no_show', 'arrived', 'no_show'],
    ['arrived', 'no_show', 'arrived'],
    ['completed', 'no_show', 'conflict'],
  ] as const)('says %s of one that is %s: %s', async (to, from, expected) => {
    clinic.clock.set(nine);
    if (from !== 'scheduled') await say(from);
    const outcome = await say(to).then(
      ({ state }) => state,
      (error: { code: string }) => error.code,
    );
    expect(outcome).toBe(expected);
  });

  it('begins on its day, and nobody has stayed away before it begins', async () => {
    const wish = { doctor_id: doctor.id, scheduled_at: '2026-03-03T09:00:00Z' };
    const tomorrow = (await patient.call(bookAppointment, wish)).id;
    clinic.clock.set('2026-03-02T23:59:59Z');
    const { can } = await doctor.call(getAppointment, { id: tomorrow });
    expect(['arrive', 'start', 'no_show'].map((name) => can[name as 'start'].reason)).toEqual(
      Array(3).fill('not_yet'),
    );
    for (const state of ['arrived', 'in_progress', 'no_show'] as const) {
      expect((await doctor.refusal(changeVisitState, { id: tomorrow, state })).code, state).toBe('conflict');
    }
    clinic.clock.set('2026-03-03T00:00:00Z');
    await doctor.call(changeVisitState, { id: tomorrow, state: 'arrived' });
    clinic.clock.set('2026-03-02T10:59:59Z');
    expect(await refused('no_show')).toBe('conflict');
    clinic.clock.set(nine);
    expect(await say('no_show')).toMatchObject({ state: 'no_show', status: 'cancelled' });
  });

  it('is called off by staff with a reason, which the patient reads and the log does not', async () => {
    const silent = await doctor.refusal(changeVisitState, { id, state: 'cancelled', reason: ' ' });
    expect(silent.facts.errors).toMatchObject([{ path: 'reason', code: 'required' }]);
    await say('cancelled');
    expect((await patient.call(listVisitTransitions, { id })).items).toMatchObject([
      { to: 'cancelled', reason },
    ]);
    const events = (await clinic.events()).filter((event) => event.resource_id === id);
    expect(events.map(({ action }) => action)).toContain('CANCEL_APPOINTMENT');
    expect(JSON.stringify(events)).not.toContain('Canary');
    const rows = await asRole(
      clinic.database.superuserUrl,
      (sql) => sql`select * from appointment_transitions where appointment_id = ${id}`,
    );
    expect(rows.map((row) => Buffer.from(row.reason).toString('latin1')).join()).not.toContain('Canary');
  });

  it('is noted as well where version 1 of the API changes it', async () => {
    await doctor.call(updateAppointment, { id, status: 'completed' });
    await undo();
    await patient.call(updateAppointment, { id, notes: 'A letter to bring' });
    await patient.call(cancelAppointment, { id });
    expect(await steps()).toEqual([
      'scheduled>completed staff',
      'completed>scheduled staff',
      'scheduled>cancelled patient',
    ]);
  });

  it('is refused to whoever has read it before another change', async () => {
    await say('arrived');
    const late = { id, state: 'in_progress', expected_version: 1 } as const;
    expect((await doctor.refusal(changeVisitState, late)).code).toBe('stale_version');
    expect((await doctor.refusal(undoVisitChange, { id, expected_version: 1 })).code).toBe('stale_version');
  });
});

describe('who may', () => {
  it('a patient says that they are there, within the hour before, and nothing else', async () => {
    clinic.clock.set('2026-03-02T09:59:59Z');
    expect(await refused('arrived', patient)).toBe('conflict');
    clinic.clock.set('2026-03-02T10:00:00Z');
    for (const state of ['in_progress', 'completed', 'no_show', 'cancelled'] as const) {
      expect(await refused(state, patient), state).toBe('forbidden');
    }
    expect(await say('arrived', patient)).toMatchObject({ state: 'arrived' });
    expect(await steps()).toEqual(['scheduled>arrived patient']);
  });

  it('a carer who books for the patient does as they would; one who sees the chart alone does not', async () => {
    const until = '2026-03-20';
    const books = await createCarer(clinic, patient, 'appointments', until);
    const reads = await createCarer(clinic, patient, 'chart', until);
    expect(await refused('arrived', reads)).toBe('forbidden');
    expect(await refused('no_show', books)).toBe('forbidden');
    await say('arrived', books);
    expect(await steps(books)).toEqual(['scheduled>arrived patient']);
  });

  it('no stranger and no admin, who do not see what became of it either', async () => {
    const others = [
      await createPatient(clinic.clock, doctor.clinicId),
      await createDoctor(clinic.clock, doctor.clinicId),
      await createAdmin(clinic.clock),
    ];
    const codes = [];
    for (const each of others) {
      codes.push(await refused('arrived', each), (await each.refusal(undoVisitChange, { id })).code);
      codes.push((await each.refusal(listVisitTransitions, { id })).code);
    }
    expect([new Set(codes.slice(0, 6)), new Set(codes.slice(6))]).toEqual([
      new Set(['not_found']),
      new Set(['insufficient_scope']),
    ]);
    expect(await stateNow()).toBe('scheduled');
  });
});

describe('the database', () => {
  const set = (to: string, by = 'null') =>
    asRole(clinic.database.superuserUrl, (sql) =>
      sql.begin(async (tx) => {
        await tx.unsafe(`select set_config('app.now', '${clinic.clock.now()}', true)`);
        await tx.unsafe(`update appointments set status = '${to}', cancelled_by = ${by} where id = '${id}'`);
      }),
    ).then(
      () => 'done',
      (error: { constraint_name?: string }) => error.constraint_name,
    );

  it('lets no visit go where none goes, whoever asks', async () => {
    const refusedSteps = [];
    for (const [from, to] of [
      ['completed', 'scheduled'],
      ['completed', 'cancelled'],
      ['in_progress', 'cancelled'],
      ['in_progress', 'arrived'],
      ['cancelled', 'scheduled'],
      ['no_show', 'scheduled'],
    ]) {
      await asRole(clinic.database.superuserUrl, (sql) =>
        sql.begin(async (tx) => {
          await tx`set local session_replication_role = replica`;
          await tx`update appointments set status = ${from as string}, previous_status = null where id = ${id}`;
        }),
      );
      refusedSteps.push(await set(to as string));
    }
    expect(new Set(refusedSteps)).toEqual(new Set(['appointments_transition']));
  });

  it('takes back for ten minutes alone, and no cancellation of another', async () => {
    await say('arrived');
    clinic.clock.advance(601);
    expect(await set('scheduled')).toBe('appointments_transition');
    clinic.clock.set('2026-03-02T10:05:00Z');
    expect(await set('scheduled')).toBe('done');
    await say('cancelled');
    expect(await set('scheduled')).toBe('appointments_transition');
  });
});
