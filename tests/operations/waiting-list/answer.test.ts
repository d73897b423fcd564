import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bookAppointment } from '#lib/operations/appointments/book';
import { getAppointment } from '#lib/operations/appointments/get';
import { listOwnAppointments } from '#lib/operations/appointments/list';
import { answerOffer } from '#lib/operations/waiting-list/answer';
import { joinWaitingList } from '#lib/operations/waiting-list/join';
import { listWaits } from '#lib/operations/waiting-list/list';
import { leaveWaitingList } from '#lib/operations/waiting-list/withdraw';
import { type PatientPerson, relate } from '../../factories/care';
import { createCarer } from '../../factories/carer';
import {
  freed,
  nine,
  sqlOf,
  swept,
  theOffer,
  type WaitingScene,
  waitingScene,
  waits,
} from '../../factories/waiting-scene';
import { openClinic, type TestClinic } from '../../harness/clinic';
import { mailsTo } from '../../harness/mails';

let clinic: TestClinic;
let scene: WaitingScene;

beforeAll(async () => {
  clinic = await openClinic();
});
afterAll(() => clinic.close());
beforeEach(async () => {
  if (scene) await sqlOf(scene)((sql) => sql`delete from waiting_list_offers`);
  if (scene) await sqlOf(scene)((sql) => sql`delete from waiting_list_entries`);
  scene = await waitingScene(clinic);
});

const accept = (who: PatientPerson, id: string) => who.call(answerOffer, { id, answer: 'accept' });
const refusedToAccept = (who: PatientPerson, id: string) =>
  who.refusal(answerOffer, { id, answer: 'accept' });
const subjects = async (who: PatientPerson) =>
  (await mailsTo(clinic.database.superuserUrl, who.account.email)).map(({ subject }) => subject);

describe('an accepted offer', () => {
  it('is a visit like any other that its patient has booked', async () => {
    await waits(scene, scene.first);
    await freed(scene);
    const { appointment_id } = await accept(scene.first, (await theOffer(scene.first)).id);
    const visit = await scene.first.call(getAppointment, { id: String(appointment_id) });
    expect(visit).toMatchObject({ scheduled_at: nine, status: 'scheduled', version: 1, mode: 'in_person' });
    expect(visit.can.cancel.allowed).toBe(true);
    expect(await subjects(scene.first)).toEqual(['A time has become free', 'A visit is booked']);
    expect((await scene.first.call(listWaits, {})).items).toMatchObject([{ state: 'accepted', offer: null }]);
    // The booking has opened the chart to the doctor, as every booking does.
    const seen = await scene.doctor.call(getAppointment, { id: String(appointment_id) });
    expect(seen.patient_name).toBe('Elsa Vargas');
    expect(await swept(scene)).toBe(0);
  });

  it('is as long as was offered, though its doctor has changed their steps meanwhile', async () => {
    await waits(scene, scene.first);
    await freed(scene);
    const steps = (minutes: number) =>
      sqlOf(scene)((sql) => sql`update availability_overrides set slot_minutes = ${minutes}`);
    await steps(15);
    const { id } = await theOffer(scene.first);
    // Longer than the hours of that day: nobody else could have the time any more.
    await steps(40);
    const { appointment_id } = await accept(scene.first, id);
    const visit = await scene.first.call(getAppointment, { id: String(appointment_id) });
    expect(visit).toMatchObject({ scheduled_at: nine, ends_at: '2026-03-03T09:30:00Z', status: 'scheduled' });
  });

  it('is accepted once, however often it is pressed', async () => {
    await waits(scene, scene.first);
    await freed(scene);
    const { id } = await theOffer(scene.first);
    const presses = [1, 2, 3].map(() => accept(scene.first, id));
    const ends = await Promise.allSettled(presses);
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await scene.first.call(listOwnAppointments, { when: 'upcoming' })).total).toBe(1);
    expect((await refusedToAccept(scene.first, id)).code).toBe('offer_ended');
    expect((await scene.first.refusal(answerOffer, { id, answer: 'decline' })).code).toBe('offer_ended');
  });

  it('is no more once it has run out, also before anybody has looked', async () => {
    await waits(scene, scene.first);
    await freed(scene);
    const { id } = await theOffer(scene.first);
    clinic.clock.set('2026-03-02T11:00:00Z');
    expect((await refusedToAccept(scene.first, id)).code).toBe('offer_ended');
    // It is free to whoever asks, and the late answer takes nothing from them.
    await scene.second.call(bookAppointment, { doctor_id: scene.doctor.id, scheduled_at: nine });
    expect((await refusedToAccept(scene.first, id)).code).toBe('offer_ended');
  });

  it('wins or loses whole against its withdrawal at the same moment', async () => {
    for (const _round of [1, 2, 3]) {
      scene = await waitingScene(clinic);
      const entry = await waits(scene, scene.first);
      await freed(scene);
      const { id } = await theOffer(scene.first);
      const [taken, left] = await Promise.allSettled([
        accept(scene.first, id),
        scene.first.call(leaveWaitingList, { id: entry.id }),
      ]);
      expect([taken.status, left.status].sort()).toEqual(['fulfilled', 'rejected']);
      const { total } = await scene.first.call(listOwnAppointments, { when: 'upcoming' });
      expect(total).toBe(taken.status === 'fulfilled' ? 1 : 0);
    }
  });

  it('is not for a doctor who is away by now, nor for hours that are worked no longer', async () => {
    await waits(scene, scene.first);
    await freed(scene);
    const { id } = await theOffer(scene.first);
    await sqlOf(scene)(
      (sql) => sql`insert into absences (id, practitioner_id, kind, starts_at, ends_at, created_at)
        values (gen_random_uuid(), ${scene.doctor.id}, 'leave', '2026-03-03T08:00:00Z', '2026-03-03T12:00:00Z', now())`,
    );
    expect((await refusedToAccept(scene.first, id)).code).toBe('slot_taken');
    await sqlOf(scene)((sql) => sql`delete from absences`);
    await sqlOf(scene)((sql) => sql`update availability_overrides set starts = '09:10', ends = '09:50'`);
    expect((await refusedToAccept(scene.first, id)).code).toBe('offer_ended');
  });

  it('is the business of those who may book for the patient, and of nobody else', async () => {
    const carer = await createCarer(clinic, scene.first, 'appointments');
    const reader = await createCarer(clinic, scene.first, 'chart');
    await relate(clinic.clock, scene.first, scene.doctor);
    await waits(scene, scene.first);
    await freed(scene);
    const { id } = await theOffer(scene.first);
    const answer = { id, answer: 'accept' } as const;
    for (const [who, code] of [
      [scene.second, 'not_found'],
      [scene.doctor, 'forbidden'],
      [reader, 'forbidden'],
    ] as const) {
      expect((await who.refusal(answerOffer, answer)).code).toBe(code);
    }
    expect((await reader.call(listWaits, { patient_id: scene.first.id })).items).toHaveLength(1);
    await carer.call(answerOffer, answer);
    expect((await scene.first.call(listOwnAppointments, { when: 'upcoming' })).total).toBe(1);
  });

  it('of somebody whose account is shut finds those who book for them, whoever has joined', async () => {
    const carer = await createCarer(clinic, scene.first, 'appointments');
    await waits(scene, scene.first);
    await sqlOf(scene)(
      (sql) => sql`update users set disabled_at = now() where id = ${scene.first.account.id}`,
    );
    expect(await freed(scene)).toBe(1);
    const { items } = await carer.call(listWaits, { patient_id: scene.first.id });
    await carer.call(answerOffer, { id: items[0]?.offer?.id ?? '', answer: 'accept' });
  });

  it('of somebody without an account is told to who books for them, and is theirs to take', async () => {
    const carer = await createCarer(clinic, scene.second, 'appointments');
    await sqlOf(scene)((sql) => sql`update patients set user_id = null where id = ${scene.second.id}`);
    const wish = {
      doctor_id: scene.doctor.id,
      patient_id: scene.second.id,
      from: '2026-03-03',
      until: '2026-03-03',
    };
    await carer.call(joinWaitingList, wish);
    await freed(scene);
    const { items } = await carer.call(listWaits, { patient_id: scene.second.id });
    const mails = await mailsTo(clinic.database.superuserUrl, carer.account.email);
    expect(mails.at(-1)?.subject).toBe('A time has become free');
    await carer.call(answerOffer, { id: items[0]?.offer?.id ?? '', answer: 'accept' });
    const { total } = await carer.call(listOwnAppointments, {
      patient_id: scene.second.id,
      when: 'upcoming',
    });
    expect(total).toBe(1);
  });
});
