import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bookAppointment } from '#lib/operations/appointments/book';
import { cancelAppointment } from '#lib/operations/appointments/cancel';
import { holdAppointment } from '#lib/operations/appointments/hold';
import { getOwnHold } from '#lib/operations/appointments/own-hold';
import { updateAppointment } from '#lib/operations/appointments/update';
import { listSlots } from '#lib/operations/doctors/list-slots';
import { answerOffer } from '#lib/operations/waiting-list/answer';
import { joinWaitingList } from '#lib/operations/waiting-list/join';
import { leaveWaitingList } from '#lib/operations/waiting-list/withdraw';
import { createDoctor } from '../../factories/care';
import { createCarer } from '../../factories/carer';
import {
  freed,
  nine,
  offerOf,
  offersMailed,
  oneDay,
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
  // Who waited in another test waits no longer.
  if (scene)
    await sqlOf(scene)(
      (sql) =>
        sql`update waiting_list_entries set status = 'expired', ended_at = now() where status = 'waiting'`,
    );
  scene = await waitingScene(clinic);
});

const lead = (minutes: number) =>
  sqlOf(scene)(
    (sql) => sql`
      insert into practitioner_calendars (practitioner_id, buffer_minutes, lead_minutes, horizon_days, version, updated_at)
      values (${scene.doctor.id}, 0, ${minutes}, 366, 1, now())`,
  );
const at = (time: string) => clinic.clock.set(time);

describe('a time that becomes free', () => {
  it('is kept for two hours for whoever has waited longest, who is told by mail', async () => {
    await waits(scene, scene.first);
    at('2026-03-02T09:01:00Z');
    await waits(scene, scene.second);
    expect(await swept(scene)).toBe(0);
    expect(await freed(scene)).toBe(1);
    expect((await offersMailed(scene, scene.first))[0]?.text).toContain('If two offers go unanswered');
    expect(await theOffer(scene.first)).toMatchObject({
      scheduled_at: nine,
      mode: 'in_person',
      expires_at: '2026-03-02T11:01:00Z',
    });
    expect(await offerOf(scene.second)).toBeNull();
    const [mail, ...others] = await offersMailed(scene, scene.first);
    expect(others).toEqual([]);
    expect(mail?.text).toContain('Tuesday 3 March 2026, 09:00 (Europe/London)');
    expect(mail?.text).toContain('Monday 2 March 2026, 11:01 (Europe/London)');
    for (const word of ['Amara', 'Elsa', 'Vargas']) expect(mail?.text).not.toContain(word);
    expect(await offersMailed(scene, scene.second)).toEqual([]);
  });

  it('is nobody else’s meanwhile, and not free to whoever it is kept for a second time', async () => {
    await waits(scene, scene.first);
    await freed(scene);
    const wish = { doctor_id: scene.doctor.id, scheduled_at: nine };
    for (const who of [scene.second, scene.first]) {
      expect((await who.refusal(bookAppointment, wish)).code).toBe('slot_taken');
      const { days } = await who.call(listSlots, { id: scene.doctor.id, from: '2026-03-03', days: 1 });
      expect(days[0]?.slots).toEqual([]);
    }
  });

  it('is the next one where whoever waits holds the first themself', async () => {
    await waits(scene, scene.first);
    await sqlOf(scene)((sql) => sql`update availability_overrides set ends = '10:00'`);
    await scene.holder.call(cancelAppointment, { id: scene.booked });
    await scene.first.call(holdAppointment, { doctor_id: scene.doctor.id, scheduled_at: nine });
    expect(await swept(scene)).toBe(1);
    expect(await theOffer(scene.first)).toMatchObject({ scheduled_at: '2026-03-03T09:30:00Z' });
  });

  it('is offered once by two processes that look at once', async () => {
    await waits(scene, scene.first);
    await waits(scene, scene.second);
    await freed(scene);
    await scene.first.call(answerOffer, { id: (await theOffer(scene.first)).id, answer: 'decline' });
    await Promise.all([swept(scene), swept(scene), swept(scene)]);
    expect(
      await sqlOf(scene)(
        (sql) => sql`
      select count(*)::int as held from appointments where doctor_id = ${scene.doctor.id} and status = 'held'`,
      ),
    ).toMatchObject([{ held: 1 }]);
    expect(await offersMailed(scene, scene.second)).toHaveLength(1);
    expect(await offersMailed(scene, scene.first)).toHaveLength(1);
  });

  it('goes to the next when it is declined, and to nobody twice', async () => {
    await waits(scene, scene.first);
    await waits(scene, scene.second);
    await freed(scene);
    await scene.first.call(answerOffer, { id: (await theOffer(scene.first)).id, answer: 'decline' });
    expect(await swept(scene)).toBe(1);
    await scene.second.call(answerOffer, { id: (await theOffer(scene.second)).id, answer: 'decline' });
    expect(await swept(scene)).toBe(0);
    expect([await offerOf(scene.first), await offerOf(scene.second)]).toEqual([null, null]);
  });

  it('goes to the next when nobody answers in time', async () => {
    await waits(scene, scene.first);
    await waits(scene, scene.second);
    await freed(scene);
    const { id } = await theOffer(scene.first);
    at('2026-03-02T11:00:01Z');
    expect(await offerOf(scene.first)).toBeNull();
    expect(await swept(scene)).toBe(1);
    expect(await theOffer(scene.second)).toMatchObject({ scheduled_at: nine });
    expect((await scene.first.refusal(answerOffer, { id, answer: 'accept' })).code).toBe('offer_ended');
    const ended = await sqlOf(scene)((sql) => sql`select outcome from waiting_list_offers where id = ${id}`);
    expect(ended).toMatchObject([{ outcome: 'expired' }]);
  });

  it('goes to the next when who it is kept for waits no longer', async () => {
    const { id } = await waits(scene, scene.first);
    await waits(scene, scene.second);
    await freed(scene);
    await scene.first.call(leaveWaitingList, { id });
    expect((await scene.first.refusal(leaveWaitingList, { id })).code).toBe('conflict');
    expect(await swept(scene)).toBe(1);
    expect(await theOffer(scene.second)).toMatchObject({ scheduled_at: nine });
  });

  it('is found however it became free: moved away, let go, or worked longer', async () => {
    await waits(scene, scene.first);
    await oneDay(clinic, scene.doctor, '2026-03-04', '09:00', '12:00');
    await scene.holder.call(updateAppointment, { id: scene.booked, scheduled_at: '2026-03-04T09:00:00Z' });
    expect(await swept(scene)).toBe(1);
    await scene.first.call(answerOffer, { id: (await theOffer(scene.first)).id, answer: 'decline' });
    await scene.holder.call(holdAppointment, { doctor_id: scene.doctor.id, scheduled_at: nine });
    await waits(scene, scene.second);
    expect(await swept(scene)).toBe(0);
    at('2026-03-02T09:06:00Z');
    expect(await swept(scene)).toBe(1);
    await oneDay(clinic, scene.doctor, '2026-03-03', '10:00', '10:30');
    expect(await swept(scene)).toBe(1);
    expect(await theOffer(scene.first)).toMatchObject({ scheduled_at: '2026-03-03T10:00:00Z' });
  });
});

describe('an offer', () => {
  it('ends before the time can be booked no longer, and is not made for a quarter of an hour', async () => {
    await lead(60 * 23);
    await waits(scene, scene.first);
    at('2026-03-02T09:30:00Z');
    await freed(scene);
    expect((await theOffer(scene.first)).expires_at).toBe('2026-03-02T10:00:00Z');
    await scene.first.call(answerOffer, { id: (await theOffer(scene.first)).id, answer: 'decline' });
    await waits(scene, scene.second);
    at('2026-03-02T09:46:00Z');
    expect(await swept(scene)).toBe(0);
  });

  it('is made for what fits alone', async () => {
    await oneDay(clinic, scene.doctor, '2026-03-04', '09:00', '12:00');
    await freed(scene);
    for (const wish of [
      { parts: ['afternoon'] },
      { from: '2026-03-05', until: '2026-03-05', parts: ['evening'] },
    ]) {
      const { id } = await waits(scene, scene.first, wish);
      expect(await swept(scene)).toBe(0);
      await scene.first.call(leaveWaitingList, { id });
    }
    await waits(scene, scene.first, { parts: ['morning', 'evening'], mode: 'video' });
    expect(await swept(scene)).toBe(1);
    expect(await theOffer(scene.first)).toMatchObject({ mode: 'video', scheduled_at: nine });
  });

  it('is for anybody of a speciality, and not made while the patient is elsewhere', async () => {
    const wish = { doctor_id: undefined, speciality: 'General practice', clinic_id: scene.doctor.clinicId };
    await waits(scene, scene.first, wish);
    const { id: otherId } = await createDoctor(clinic.clock, scene.doctor.clinicId);
    await scene.first.call(bookAppointment, { doctor_id: otherId, scheduled_at: nine });
    await oneDay(clinic, { id: otherId, clinicId: scene.doctor.clinicId }, '2026-03-03', '09:00', '09:30');
    expect(await freed(scene)).toBe(0);
  });

  it('leaves alone what its reader keeps while they book, and is not taken for it', async () => {
    await waits(scene, scene.first);
    const own = await scene.first.call(holdAppointment, {
      doctor_id: scene.doctor.id,
      scheduled_at: '2026-03-05T09:00:00Z',
    });
    await freed(scene);
    expect((await scene.first.call(getOwnHold, {})).hold).toMatchObject({ id: own.id });
    await scene.first.call(holdAppointment, {
      doctor_id: scene.doctor.id,
      scheduled_at: '2026-03-05T10:00:00Z',
    });
    expect(await theOffer(scene.first)).toMatchObject({ scheduled_at: nine });
    at('2026-03-02T09:06:00Z');
    expect((await scene.first.call(getOwnHold, {})).hold).toBeNull();
    expect(await theOffer(scene.first)).toMatchObject({ scheduled_at: nine });
  });

  it('reaches whoever has joined for somebody whose own account is shut', async () => {
    const carer = await createCarer(clinic, scene.first, 'appointments');
    const wish = { doctor_id: scene.doctor.id, from: '2026-03-03', until: '2026-03-03' };
    await carer.call(joinWaitingList, { ...wish, patient_id: scene.first.id });
    await sqlOf(scene)(
      (sql) => sql`update users set disabled_at = now() where id = ${scene.first.account.id}`,
    );
    expect(await freed(scene)).toBe(1);
    const mails = await mailsTo(clinic.database.superuserUrl, carer.account.email);
    expect(mails.filter(({ link }) => link.includes('/visit-offer?'))).toHaveLength(1);
  });

  it('is made to nobody whose days are over, or whose account is shut', async () => {
    await waits(scene, scene.first);
    await waits(scene, scene.second, { until: '2026-03-04' });
    await sqlOf(scene)(
      (sql) => sql`update users set disabled_at = now() where id = ${scene.second.account.id}`,
    );
    at('2026-03-04T12:01:00Z');
    await swept(scene);
    const ended = await sqlOf(scene)(
      (sql) => sql`select status from waiting_list_entries where patient_id = ${scene.first.id}`,
    );
    expect(ended).toMatchObject([{ status: 'expired' }]);
    expect(await offersMailed(scene, scene.first)).toEqual([]);
    expect(await offersMailed(scene, scene.second)).toEqual([]);
  });
});
