import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bookAppointment } from '#lib/operations/appointments/book';
import { cancelAppointment } from '#lib/operations/appointments/cancel';
import { cancelVisitByLink } from '#lib/operations/appointments/cancel-by-link';
import { getAppointment } from '#lib/operations/appointments/get';
import { getVisitByLink } from '#lib/operations/appointments/get-by-link';
import { moveVisitByLink } from '#lib/operations/appointments/move-by-link';
import { updateAppointment } from '#lib/operations/appointments/update';
import { endCare } from '#lib/operations/care-relationships/end';
import {
  createDoctor,
  createPatient,
  createSite,
  type DoctorPerson,
  type PatientPerson,
} from '../../factories/care';
import { createCarer } from '../../factories/carer';
import { type Visitor, visitor } from '../../factories/visitor';
import { asRole } from '../../harness/as-role';
import { openClinic, type TestClinic } from '../../harness/clinic';
import { mailedToken } from '../../harness/mails';

let clinic: TestClinic;
let doctor: DoctorPerson;
let patient: PatientPerson;
let id: string;
let token: string;

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
  const wish = { doctor_id: doctor.id, scheduled_at: nine, notes: 'Canary-5a cough' };
  id = (await patient.call(bookAppointment, wish)).id;
  token = await newestToken();
});

const nine = '2026-03-03T09:00:00Z';
const ten = '2026-03-03T10:00:00Z';
const stranger = () => visitor(clinic.clock);
const newestToken = () => mailedToken(clinic.database.superuserUrl, patient.account.email);
const sql = (statement: Parameters<typeof asRole>[1]) => asRole(clinic.database.superuserUrl, statement);
const asksNotice = (minutes: number) =>
  sql(
    (run) => run`update clinics set change_notice_minutes = ${minutes}, phone = '+441135550100'
                  where id = ${doctor.clinicId}`,
  );
const dead = { code: 'validation_failed', facts: { errors: [{ path: 'token', code: 'invalid_token' }] } };
const isDead = async (which = token) => {
  expect(await stranger().refusal(getVisitByLink, { token: which })).toMatchObject(dead);
  expect(await stranger().refusal(cancelVisitByLink, { token: which })).toMatchObject(dead);
  const move = { token: which, scheduled_at: '2026-03-04T11:00:00Z' };
  expect(await stranger().refusal(moveVisitByLink, move)).toMatchObject(dead);
};

describe('the link in a mail about a visit', () => {
  it('shows when and where it is and other times, to whoever holds it and as often as they like', async () => {
    await stranger().call(getVisitByLink, { token });
    const shown = await stranger().call(getVisitByLink, { token, from: '2026-03-03' });
    expect(shown).toMatchObject({
      scheduled_at: nine,
      zone: 'Europe/London',
      mode: 'in_person',
      clinic_name: 'Northgate Clinic',
    });
    expect(shown.can).toEqual({
      cancel: { allowed: true, reason: null },
      move: { allowed: true, reason: null },
    });
    expect(shown).toMatchObject({ earlier: '2026-02-24', later: '2026-03-10' });
    const [day] = shown.days;
    expect(day?.date).toBe('2026-03-03');
    const starts = day?.slots.map(({ starts_at }) => starts_at) ?? [];
    expect(starts).toContain(ten);
    expect(starts).not.toContain(nine);
    const whole = JSON.stringify(shown);
    for (const word of ['Amara', 'Elsa', 'Canary', patient.id, doctor.id, id]) {
      expect(whole).not.toContain(word);
    }
    const first = await stranger().call(getVisitByLink, { token, from: '2020-01-01' });
    expect(first).toMatchObject({ earlier: null, days: [{ date: '2026-03-02' }, {}, {}, {}, {}, {}, {}] });
  });

  it('moves the visit once; then it is dead, and the next mail has one that works', async () => {
    await stranger().call(moveVisitByLink, { token, scheduled_at: ten });
    expect(await patient.call(getAppointment, { id })).toMatchObject({ scheduled_at: ten, version: 2 });
    await isDead();
    const next = await newestToken();
    expect(next).not.toBe(token);
    await stranger().call(cancelVisitByLink, { token: next });
    expect((await patient.call(getAppointment, { id })).status).toBe('cancelled');
    await isDead(next);
  });

  it('takes no time that is not offered, or that another has, and lives on', async () => {
    const odd = await stranger().refusal(moveVisitByLink, { token, scheduled_at: '2026-03-03T09:10:00Z' });
    expect(odd.facts.errors).toMatchObject([{ path: 'scheduled_at', code: 'not_offered' }]);
    const other = await createPatient(clinic.clock, doctor.clinicId);
    await other.call(bookAppointment, { doctor_id: doctor.id, scheduled_at: ten });
    expect((await stranger().refusal(moveVisitByLink, { token, scheduled_at: ten })).code).toBe('slot_taken');
    await stranger().call(cancelVisitByLink, { token });
  });

  it('is used once by many at the same moment', async () => {
    const uses = [1, 2, 3].map(() => stranger().call(cancelVisitByLink, { token }));
    const ends = await Promise.allSettled(uses);
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('looks again once nobody else can change the visit', async () => {
    let using: ReturnType<Visitor['refusal']> | undefined;
    await sql((run) =>
      run.begin(async (tx) => {
        await tx`select pg_advisory_xact_lock(hashtextextended(${doctor.id}, 0))`;
        using = stranger().refusal(cancelVisitByLink, { token });
        await expect
          .poll(
            () => tx`
          select from pg_locks l join pg_database d on d.oid = l.database
           where d.datname = current_database() and l.locktype = 'advisory' and not l.granted`,
          )
          .toHaveLength(1);
        await tx`update appointments set scheduled_at = ${ten}, ends_at = '2026-03-03T10:30:00Z' where id = ${id}`;
      }),
    );
    expect(await using).toMatchObject(dead);
    expect((await patient.call(getAppointment, { id })).status).toBe('scheduled');
  });

  it('dies when the visit is moved or cancelled elsewhere, and when it begins', async () => {
    await patient.call(updateAppointment, { id, scheduled_at: ten });
    await isDead();
    const second = await newestToken();
    await patient.call(cancelAppointment, { id });
    await isDead(second);
    const again = await patient.call(bookAppointment, { doctor_id: doctor.id, scheduled_at: nine });
    const third = await newestToken();
    clinic.clock.set('2026-03-03T08:59:59Z');
    expect(await stranger().call(getVisitByLink, { token: third })).toMatchObject({ scheduled_at: nine });
    clinic.clock.set(nine);
    await isDead(third);
    expect(again.status).toBe('scheduled');
  });

  it('is nothing that an id, or a link for something else, could stand in for', async () => {
    for (const guessed of [id, 'never-was', `${token}x`]) await isDead(guessed);
    await sql(
      (run) => run`update single_use_tickets set purpose = 'recovery' where user_id = ${patient.account.id}`,
    );
    await isDead();
    expect((await patient.call(getAppointment, { id })).status).toBe('scheduled');
  });

  it('dies with the account, and with what its reader may do', async () => {
    const rosa = await createCarer(clinic, patient, 'appointments');
    await sql((run) => run`update patients set user_id = null where id = ${patient.id}`);
    const visit = await rosa.call(bookAppointment, {
      ...{ doctor_id: doctor.id, patient_id: patient.id, scheduled_at: ten },
    });
    const hers = await mailedToken(clinic.database.superuserUrl, rosa.account.email);
    expect(await stranger().call(getVisitByLink, { token: hers })).toMatchObject({ scheduled_at: ten });
    const mayNow = (scope: string) =>
      sql((run) => run`update care_relationships set scope = ${scope} where id = ${rosa.careId}`);
    await mayNow('chart');
    await isDead(hers);
    await mayNow('appointments');
    await rosa.call(endCare, { id: rosa.careId });
    await isDead(hers);
    expect((await doctor.call(getAppointment, { id: visit.id })).status).toBe('scheduled');
    await sql((run) => run`update patients set user_id = ${patient.account.id} where id = ${patient.id}`);
    expect(await stranger().call(getVisitByLink, { token })).toMatchObject({ scheduled_at: nine });
    await sql((run) => run`update users set disabled_at = now() where id = ${patient.account.id}`);
    await isDead();
  });

  it('is in the log as the reader’s act by a link, without the link', async () => {
    await stranger().call(getVisitByLink, { token });
    await stranger().call(moveVisitByLink, { token, scheduled_at: ten });
    const events = (await clinic.events()).slice(-2);
    expect(events.map(({ action }) => action)).toEqual(['VIEW_APPOINTMENT', 'UPDATE_APPOINTMENT']);
    for (const event of events) {
      expect(event).toMatchObject({
        user_id: patient.account.id,
        resource_id: id,
        patient_id: patient.id,
        additional_info: { by_link: true },
      });
      expect(JSON.stringify(event)).not.toContain(token);
    }
  });
});

describe('the notice that a clinic asks for', () => {
  it('holds at every door of the patient, and says whom to call', async () => {
    await asksNotice(60);
    clinic.clock.set('2026-03-03T08:00:00Z');
    expect((await patient.call(getAppointment, { id })).can.cancel.allowed).toBe(true);
    expect((await stranger().call(getVisitByLink, { token })).can.move.allowed).toBe(true);
    clinic.clock.set('2026-03-03T08:00:01Z');
    const late = { allowed: false, reason: 'too_late' };
    expect((await patient.call(getAppointment, { id })).can).toMatchObject({ cancel: late, move: late });
    expect(await stranger().call(getVisitByLink, { token })).toMatchObject({
      can: { cancel: late, move: late },
      clinic_phone: '+441135550100',
    });
    const codes = [
      await patient.refusal(cancelAppointment, { id }),
      await patient.refusal(updateAppointment, { id, scheduled_at: ten }),
      await patient.refusal(updateAppointment, { id, status: 'cancelled' }),
      await stranger().refusal(cancelVisitByLink, { token }),
      await stranger().refusal(moveVisitByLink, { token, scheduled_at: ten }),
    ].map(({ code }) => code);
    expect(codes).toEqual(Array(5).fill('conflict'));
    expect((await doctor.call(getAppointment, { id })).can.cancel.allowed).toBe(true);
    await doctor.call(cancelAppointment, { id });
  });
});
