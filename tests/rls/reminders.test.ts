import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ActorContext, type Tx, withActor } from '#db/client';
import { listVisitsToRemindOf } from '#db/queries/reminders';
import { saveOwnReminders } from '#lib/operations/reminders/save-own';
import { newId } from '#lib/platform/ids';
import { newRequestId } from '#lib/platform/request-id';
import { type ReminderScene, reminderScene, visitAt, weekBefore } from '../factories/reminder-scene';
import { asRole } from '../harness/as-role';
import { openClinic, type TestClinic } from '../harness/clinic';

let clinic: TestClinic;
let scene: ReminderScene;

beforeAll(async () => {
  clinic = await openClinic();
});
afterAll(() => clinic.close());
beforeEach(async () => {
  scene = await reminderScene(clinic);
});

const refused = { code: '42501' };
const insert = (tx: Tx, visit: string) => tx`
  insert into visit_reminders (id, patient_id, appointment_id, user_id, kind, channel, starts_at, message_id, created_at)
  values (${newId('visit_reminders')}, ${scene.patient.id}, ${visit}, ${scene.patient.account.id}, 'week', 'mail', ${visitAt},
          ${newId('outbox')}, app.now())`;

/** As somebody whose session has been looked up, without an operation before the tables. */
const as = <T>(userId: string, role: string, work: (tx: Tx) => Promise<T>) => {
  const actor: ActorContext = { kind: 'anonymous', now: clinic.clock.now(), requestId: newRequestId() };
  return withActor(actor, async (tx) => {
    await tx`select set_config('app.actor_kind', 'user', true), set_config('app.user_id', ${userId}, true),
                    set_config('app.role', ${role}, true)`;
    return work(tx);
  });
};
const patient = <T>(work: (tx: Tx) => Promise<T>) => as(scene.patient.account.id, 'patient', work);

describe('what was sent', () => {
  it('is written by the job alone, and read by nobody', async () => {
    const visit = await scene.book();
    await expect(patient((tx) => insert(tx, visit))).rejects.toMatchObject(refused);
    await expect(scene.asJob('mail', (tx) => insert(tx, visit))).rejects.toMatchObject(refused);
    await scene.asJob('reminders', async (tx) => void (await insert(tx, visit)));
    await expect(
      scene.asJob('reminders', async (tx) => tx`select id from visit_reminders`),
    ).rejects.toMatchObject(refused);
    await expect(patient(async (tx) => tx`select id from visit_reminders`)).rejects.toMatchObject(refused);
  });

  it('is one for each time, reader, kind and channel, whoever writes it', async () => {
    const visit = await scene.book();
    await scene.asJob('reminders', async (tx) => void (await insert(tx, visit)));
    const again = scene.asJob('reminders', async (tx) => void (await insert(tx, visit)));
    await expect(again).rejects.toMatchObject({ code: '23505', constraint_name: 'visit_reminders_once' });
  });
});

describe('whom to remind', () => {
  it('is told to the job alone', async () => {
    await scene.book();
    clinic.clock.set(weekBefore);
    expect((await scene.asJob('reminders', listVisitsToRemindOf)).length).toBeGreaterThan(0);
    expect(await scene.asJob('mail', listVisitsToRemindOf)).toEqual([]);
    expect(await patient(listVisitsToRemindOf)).toEqual([]);
    await expect(
      patient(async (tx) => tx`select * from app.readers_of(${scene.patient.id})`),
    ).rejects.toMatchObject(refused);
  });
});

describe('settings', () => {
  it('are seen and changed by their owner alone', async () => {
    await scene.patient.call(saveOwnReminders, {
      mail_kinds: ['day'],
      quiet_from: '21:00',
      quiet_to: '08:00',
    });
    const seen = (tx: Tx) =>
      tx`select user_id from reminder_settings where user_id = ${scene.patient.account.id}`;
    const other = scene.doctor.account.id;
    expect((await patient(async (tx) => [...(await seen(tx))])).length).toBe(1);
    for (const role of ['patient', 'doctor', 'admin']) {
      expect(await as(other, role, async (tx) => [...(await seen(tx))])).toEqual([]);
    }
    const foreign = as(
      other,
      'patient',
      async (tx) =>
        void (await tx`
      insert into reminder_settings values (${scene.patient.account.id}, '{}', '{}', '00:00', '00:00', app.now())`),
    );
    await expect(foreign).rejects.toMatchObject(refused);
  });
});

describe('the organisation’s texts', () => {
  const write = (tx: Tx) => tx`
    insert into reminder_texts values ('en', 'week', 's', 'm', 't', app.now()) on conflict do nothing`;

  it('are written by admins and read by them and the job', async () => {
    await asRole(scene.url, (sql) => sql`delete from reminder_texts`);
    await expect(
      as(scene.doctor.account.id, 'doctor', async (tx) => void (await write(tx))),
    ).rejects.toMatchObject(refused);
    await as(newId('users'), 'admin', async (tx) => void (await write(tx)));
    const read = async (tx: Tx) => (await tx`select kind from reminder_texts`).length;
    expect(await scene.asJob('reminders', read)).toBe(1);
    expect(await as(newId('users'), 'admin', read)).toBe(1);
    expect(await patient(read)).toBe(0);
    expect(await scene.asJob('mail', read)).toBe(0);
  });
});
