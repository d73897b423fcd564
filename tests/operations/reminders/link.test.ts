import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { cancelAppointment } from '#lib/operations/appointments/cancel';
import { cancelVisitByLink } from '#lib/operations/appointments/cancel-by-link';
import { confirmVisitByLink } from '#lib/operations/appointments/confirm-by-link';
import { getAppointment } from '#lib/operations/appointments/get';
import { getVisitByLink } from '#lib/operations/appointments/get-by-link';
import { updateAppointment } from '#lib/operations/appointments/update';
import { getOwnReminders } from '#lib/operations/reminders/get-own';
import { saveOwnReminders } from '#lib/operations/reminders/save-own';
import { stopRemindersByLink } from '#lib/operations/reminders/stop-by-link';
import type { Id } from '#lib/platform/ids';
import {
  dayBefore,
  hoursBefore,
  type ReminderScene,
  reminderScene,
  weekBefore,
} from '../../factories/reminder-scene';
import { visitor } from '../../factories/visitor';
import { openClinic, type TestClinic } from '../../harness/clinic';

let clinic: TestClinic;
let scene: ReminderScene;
let id: Id<'appointments'>;

beforeAll(async () => {
  clinic = await openClinic();
});
afterAll(() => clinic.close());
beforeEach(async () => {
  scene = await reminderScene(clinic);
  id = await scene.book();
  await scene.lookAt(weekBefore);
});

const stranger = () => visitor(clinic.clock);
const again = () => scene.again(scene.patient);
async function mailed() {
  const mail = (await scene.reminders()).at(-1);
  if (!mail?.unsubscribe) throw new Error('Nothing was mailed.');
  const token = String(new URL(mail.link).searchParams.get('token'));
  return { token, stop: mail.unsubscribe.split('/').at(-1) ?? '' };
}
const confirmed = async (person = again()) =>
  (await (await person).call(getAppointment, { id })).confirmed_at;
const later = '2026-03-18T11:00:00Z';

describe('the link of a reminder', () => {
  it('confirms the visit, and looking alone does not; patient and doctor see it', async () => {
    const { token } = await mailed();
    expect(await stranger().call(getVisitByLink, { token })).toMatchObject({ confirmed: false });
    expect(await confirmed()).toBe(null);
    await stranger().call(confirmVisitByLink, { token });
    expect(await confirmed()).toBe(weekBefore);
    expect(await confirmed(scene.again(scene.doctor))).toBe(weekBefore);
    expect(await stranger().call(getVisitByLink, { token })).toMatchObject({ confirmed: true });
  });

  it('may say it again, later, and then still cancel', async () => {
    const { token } = await mailed();
    await stranger().call(confirmVisitByLink, { token });
    clinic.clock.advance(60);
    await stranger().call(confirmVisitByLink, { token });
    expect(await confirmed()).toBe(weekBefore);
    await stranger().call(cancelVisitByLink, { token });
    await stranger().refusal(confirmVisitByLink, { token });
  });

  it('confirms no other time: a moved visit is unconfirmed, and its old links confirm nothing', async () => {
    const { token } = await mailed();
    await stranger().call(confirmVisitByLink, { token });
    await (await again()).call(updateAppointment, { id, scheduled_at: later });
    expect(await confirmed()).toBe(null);
    expect((await stranger().refusal(confirmVisitByLink, { token })).code).toBe('validation_failed');
    expect(await confirmed()).toBe(null);
  });

  it('confirms nothing that was cancelled or has begun', async () => {
    const { token } = await mailed();
    clinic.clock.set('2026-03-16T10:00:00Z');
    await stranger().refusal(confirmVisitByLink, { token });
    clinic.clock.set(dayBefore);
    await (await again()).call(cancelAppointment, { id });
    await stranger().refusal(confirmVisitByLink, { token });
    expect(await confirmed()).toBe(null);
  });

  it('leaves the visit’s version and a trace', async () => {
    const { token } = await mailed();
    const { version } = await (await again()).call(getAppointment, { id });
    await stranger().call(confirmVisitByLink, { token });
    expect((await (await again()).call(getAppointment, { id })).version).toBe(version);
    const event = (await clinic.events()).findLast(({ action }) => action === 'CONFIRM_APPOINTMENT');
    expect(event).toMatchObject({ user_id: scene.patient.account.id, resource_id: id });
  });
});

describe('the link that ends reminders', () => {
  it('ends those by mail, without signing in, and can be pressed again', async () => {
    const { stop } = await mailed();
    await stranger().call(stopRemindersByLink, { token: stop });
    await stranger().call(stopRemindersByLink, { token: stop });
    await scene.lookAt(dayBefore, hoursBefore);
    expect(await scene.reminders()).toHaveLength(1);
    expect(await (await again()).call(getOwnReminders, {})).toMatchObject({ mail_kinds: [] });
  });

  it('leaves everything else as it was', async () => {
    const chosen = {
      mail_kinds: ['day' as const],
      text_kinds: ['hours' as const],
      quiet_from: '20:00',
      quiet_to: '09:30',
    };
    await (await again()).call(saveOwnReminders, { ...chosen, zone: 'Asia/Tokyo', locale: 'de' });
    await stranger().call(stopRemindersByLink, { token: (await mailed()).stop });
    expect(await (await again()).call(getOwnReminders, {})).toEqual({
      ...chosen,
      ...{ mail_kinds: [], zone: 'Asia/Tokyo', locale: 'de', has_phone: false },
    });
  });

  it('works for weeks and then no more; and is for nothing else', async () => {
    const { token, stop } = await mailed();
    await stranger().refusal(stopRemindersByLink, { token });
    await stranger().refusal(confirmVisitByLink, { token: stop });
    await stranger().refusal(getVisitByLink, { token: stop });
    clinic.clock.set('2026-05-08T09:59:59Z');
    await stranger().call(stopRemindersByLink, { token: stop });
    clinic.clock.set('2026-05-08T10:00:00Z');
    expect((await stranger().refusal(stopRemindersByLink, { token: stop })).code).toBe('validation_failed');
  });

  it('leaves a trace of whose they were', async () => {
    await stranger().call(stopRemindersByLink, { token: (await mailed()).stop });
    const event = (await clinic.events()).findLast(({ action }) => action === 'UPDATE_REMINDERS');
    expect(event).toMatchObject({ user_id: scene.patient.account.id, response_status: 204 });
  });
});
