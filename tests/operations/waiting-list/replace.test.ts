import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bookAppointment } from '#lib/operations/appointments/book';
import { cancelAppointment } from '#lib/operations/appointments/cancel';
import { getAppointment } from '#lib/operations/appointments/get';
import { listOwnAppointments } from '#lib/operations/appointments/list';
import { listVisitTransitions } from '#lib/operations/appointments/list-transitions';
import { undoVisitChange } from '#lib/operations/appointments/undo';
import { updateAppointment } from '#lib/operations/appointments/update';
import { answerOffer } from '#lib/operations/waiting-list/answer';
import { joinWaitingList } from '#lib/operations/waiting-list/join';
import { listWaits } from '#lib/operations/waiting-list/list';
import { createDoctor, type PatientPerson } from '../../factories/care';
import {
  freed,
  nine,
  oneDay,
  sqlOf,
  swept,
  theOffer,
  type WaitingScene,
  waitingScene,
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

describe('an earlier time than one has', () => {
  const wednesday = '2026-03-04T09:00:00Z';
  let visit: string;
  beforeEach(async () => {
    const wish = { doctor_id: scene.doctor.id, scheduled_at: wednesday };
    visit = (await scene.first.call(bookAppointment, wish)).id;
    await scene.first.call(joinWaitingList, { instead_of: visit, from: '2026-03-03' });
  });
  const visitNow = () => scene.first.call(getAppointment, { id: visit });

  it('takes the place of the visit: both, with their mails and who has done it, or neither', async () => {
    await freed(scene);
    const { appointment_id } = await accept(scene.first, (await theOffer(scene.first)).id);
    expect(await visitNow()).toMatchObject({ status: 'cancelled', version: 2 });
    const { items } = await scene.first.call(listVisitTransitions, { id: visit });
    expect(items).toMatchObject([{ from: 'scheduled', to: 'cancelled', changed_as: 'patient' }]);
    expect((await subjects(scene.first)).slice(1)).toEqual([
      'A time has become free',
      'A visit is booked',
      'A visit was cancelled',
    ]);
    // The doctor sees the chart throughout: the new visit is a reason of its own.
    const seen = await scene.doctor.call(getAppointment, { id: String(appointment_id) });
    expect(seen.patient_name).toBe('Elsa Vargas');
  });

  it('is none that comes later, or overlaps the visit', async () => {
    await scene.first.call(updateAppointment, { id: visit, scheduled_at: '2026-03-04T09:30:00Z' });
    await oneDay(clinic, scene.doctor, '2026-03-04', '09:15', '12:00');
    await sqlOf(scene)((sql) => sql`update waiting_list_entries set from_day = '2026-03-04'`);
    // 9:15 to 9:45 overlaps, 9:45 overlaps and is later, as is all of the rest.
    expect(await swept(scene)).toBe(0);
    await scene.first.call(updateAppointment, { id: visit, scheduled_at: '2026-03-04T10:15:00Z' });
    expect(await swept(scene)).toBe(1);
    expect((await theOffer(scene.first)).scheduled_at).toBe('2026-03-04T09:15:00Z');
  });

  it('leaves nothing half done where the visit cannot be cancelled any more', async () => {
    await freed(scene);
    const { id } = await theOffer(scene.first);
    await sqlOf(scene)((sql) => sql`update clinics set change_notice_minutes = 2881`);
    expect((await refusedToAccept(scene.first, id)).code).toBe('conflict');
    expect(await visitNow()).toMatchObject({ status: 'scheduled' });
    expect((await scene.first.call(listOwnAppointments, { when: 'upcoming' })).total).toBe(1);
    expect(await theOffer(scene.first)).toMatchObject({ id });
  });

  it('is not offered where the visit cannot be cancelled in time', async () => {
    await sqlOf(scene)((sql) => sql`update clinics set change_notice_minutes = 2870`);
    await scene.doctor.call(cancelAppointment, { id: scene.booked });
    expect(await swept(scene)).toBe(0);
    await sqlOf(scene)((sql) => sql`update clinics set change_notice_minutes = 2860`);
    expect(await swept(scene)).toBe(1);
    expect((await theOffer(scene.first)).expires_at).toBe('2026-03-02T09:20:00Z');
  });

  it('stands against a cancellation of the visit at the same moment, and books where it is gone already', async () => {
    await freed(scene);
    const { id } = await theOffer(scene.first);
    await Promise.allSettled([accept(scene.first, id), scene.first.call(cancelAppointment, { id: visit })]);
    expect(await visitNow()).toMatchObject({ status: 'cancelled' });
    const { items } = await scene.first.call(listOwnAppointments, { when: 'upcoming' });
    expect(items).toMatchObject([{ scheduled_at: nine }]);
  });

  it('frees the visit’s own time for the next, and counts as no further visit', async () => {
    await sqlOf(scene)(
      (sql) => sql`update waiting_list_entries set created_at = created_at - interval '1 day'`,
    );
    await scene.second.call(joinWaitingList, {
      doctor_id: scene.doctor.id,
      from: '2026-03-04',
      until: '2026-03-04',
      parts: ['morning'],
    });
    await oneDay(clinic, scene.doctor, '2026-03-04', '09:00', '09:30');
    await freed(scene);
    expect(await theOffer(scene.first)).toMatchObject({ scheduled_at: nine });
    await accept(scene.first, (await theOffer(scene.first)).id);
    expect(await swept(scene)).toBe(1);
    expect(await theOffer(scene.second)).toMatchObject({ scheduled_at: wednesday });
  });

  it('ends with the visit', async () => {
    await scene.first.call(cancelAppointment, { id: visit });
    expect(await freed(scene)).toBe(0);
    expect((await scene.first.call(listWaits, {})).items).toMatchObject([{ state: 'expired' }]);
    await expect(scene.holder.refusal(undoVisitChange, { id: scene.booked })).resolves.toBeTruthy();
  });

  it('may be with another doctor: both diaries are held in one order', async () => {
    const other = await createDoctor(clinic.clock, scene.doctor.clinicId);
    await oneDay(clinic, other, '2026-03-03', '10:00', '10:30');
    const wish = { speciality: 'General practice', from: '2026-03-03', until: '2026-03-03' };
    await sqlOf(scene)(
      (sql) => sql`update waiting_list_entries set doctor_id = null, speciality = ${wish.speciality},
      clinic_id = ${scene.doctor.clinicId}, until_day = '2026-03-03'`,
    );
    expect(await swept(scene)).toBe(1);
    await accept(scene.first, (await theOffer(scene.first)).id);
    expect(await visitNow()).toMatchObject({ status: 'cancelled' });
    await expect(scene.doctor.call(getAppointment, { id: visit })).resolves.toMatchObject({
      patient_name: null,
    });
  });
});
