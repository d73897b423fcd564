import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sendDueReminders } from '#lib/jobs/handlers/send-reminders';
import { bookAppointment } from '#lib/operations/appointments/book';
import { cancelAppointment } from '#lib/operations/appointments/cancel';
import { undoVisitChange } from '#lib/operations/appointments/undo';
import { updateAppointment } from '#lib/operations/appointments/update';
import { relate } from '../../factories/care';
import { createCarer } from '../../factories/carer';
import {
  dayBefore,
  hoursBefore,
  type ReminderScene,
  reminderScene,
  visitAt,
  weekBefore,
} from '../../factories/reminder-scene';
import { asRole } from '../../harness/as-role';
import { openClinic, type TestClinic } from '../../harness/clinic';

let clinic: TestClinic;
let scene: ReminderScene;

beforeAll(async () => {
  clinic = await openClinic();
});
afterAll(() => clinic.close());
beforeEach(async () => {
  scene = await reminderScene(clinic);
});

const again = () => scene.again(scene.patient);
const later = '2026-03-18T11:00:00Z';
const subjects = async (address?: string) =>
  (await scene.reminders(address)).map(({ subject }) => subject.replace('A visit at Northgate Clinic ', ''));
const shut = () =>
  asRole(
    scene.url,
    (sql) => sql`update users set disabled_at = now() where id = ${scene.patient.account.id}`,
  );
const withoutAccount = () =>
  asRole(scene.url, (sql) => sql`update patients set user_id = null where id = ${scene.patient.id}`);

describe('a patient', () => {
  it('is reminded a week, a day and two hours before, once each, however often it is looked', async () => {
    await scene.book();
    await scene.lookAt('2026-03-09T09:59:59Z');
    expect(await subjects()).toEqual([]);
    await scene.lookAt(weekBefore, '2026-03-09T10:01:00Z', '2026-03-10T09:59:00Z', '2026-03-12T10:00:00Z');
    expect(await subjects()).toEqual(['in a week']);
    await scene.lookAt(dayBefore, '2026-03-15T10:01:00Z', hoursBefore, '2026-03-16T08:01:00Z', visitAt);
    expect(await subjects()).toEqual(['in a week', 'tomorrow', 'soon']);
  });

  it('reads when and where, by which clock, and a link; neither with whom nor why nor who they are', async () => {
    await scene.patient.call(bookAppointment, {
      doctor_id: scene.doctor.id,
      scheduled_at: visitAt,
      notes: 'Canary-77 cough',
    });
    await scene.lookAt(weekBefore);
    const [mail] = await scene.reminders();
    expect(mail?.text).toContain('Monday 16 March 2026, 10:00 (Europe/London)');
    expect(mail?.text).toContain('Northgate Clinic');
    expect(mail?.link).toMatch(/\/visit-change\?token=[\w-]{43}$/);
    expect(mail?.text).toContain(mail?.link);
    for (const word of ['Amara', 'Okafor', 'Elsa', 'Vargas', 'General practice', 'Canary']) {
      expect(JSON.stringify(mail)).not.toContain(word);
    }
  });

  it('reads it by their own clock, which also says when it is quiet', async () => {
    await asRole(
      scene.url,
      (sql) => sql`
      update users set zone = 'America/New_York' where id = ${scene.patient.account.id}`,
    );
    await scene.book();
    // Ten in London is six in New York: until eight there, it waits.
    await scene.lookAt(dayBefore, '2026-03-15T11:59:00Z');
    expect(await subjects()).toEqual([]);
    await scene.lookAt('2026-03-15T12:00:00Z');
    expect(await subjects()).toEqual(['tomorrow']);
    expect((await scene.reminders())[0]?.text).toContain('Monday 16 March 2026, 06:00 (America/New_York)');
    // Two hours before is four in the morning there: it went the evening before, at a quarter to nine.
    await scene.lookAt('2026-03-16T00:44:00Z');
    expect(await subjects()).toHaveLength(1);
    await scene.lookAt('2026-03-16T00:45:00Z');
    expect(await subjects()).toEqual(['tomorrow', 'soon']);
  });

  it('is not reminded of what had passed when they booked', async () => {
    clinic.clock.set('2026-03-15T12:00:00Z');
    await scene.book();
    await scene.lookAt('2026-03-15T12:01:00Z', '2026-03-15T13:00:00Z', hoursBefore);
    expect(await subjects()).toEqual(['soon']);
  });

  it('is reminded of the time to which it was moved, and no more of the old one', async () => {
    const id = await scene.book();
    await scene.lookAt(weekBefore);
    await (await again()).call(updateAppointment, { id, scheduled_at: later });
    await scene.lookAt('2026-03-09T10:01:00Z', dayBefore);
    expect(await subjects()).toEqual(['in a week']);
    await scene.lookAt('2026-03-11T11:00:00Z');
    expect(await subjects()).toEqual(['in a week', 'in a week']);
    expect((await scene.reminders())[1]?.text).toContain('Wednesday 18 March 2026, 11:00');
  });

  it('is not reminded again where it was moved away and back', async () => {
    const id = await scene.book();
    await scene.lookAt(weekBefore);
    await (await again()).call(updateAppointment, { id, scheduled_at: later });
    await (await again()).call(updateAppointment, { id, scheduled_at: visitAt });
    await scene.lookAt('2026-03-09T10:05:00Z', '2026-03-09T11:00:00Z');
    expect(await subjects()).toEqual(['in a week']);
  });

  it('is not reminded of what was cancelled, and is of what was taken back', async () => {
    const id = await scene.book();
    clinic.clock.set('2026-03-09T09:58:00Z');
    const doctor = await scene.again(scene.doctor);
    await doctor.call(cancelAppointment, { id });
    await scene.lookAt(weekBefore);
    expect(await subjects()).toEqual([]);
    await doctor.call(undoVisitChange, { id });
    await scene.lookAt('2026-03-09T10:01:00Z');
    expect(await subjects()).toEqual(['in a week']);
  });

  it('reads nothing where the account is shut', async () => {
    await scene.book();
    await shut();
    await scene.lookAt(weekBefore);
    expect(await subjects()).toEqual([]);
  });

  it('is reminded by their own clock of what staff have booked by another', async () => {
    await asRole(
      scene.url,
      (sql) => sql`
      update users set zone = 'Asia/Kolkata' where id = ${scene.patient.account.id}`,
    );
    await relate(clinic.clock, scene.patient, scene.doctor);
    const wish = { doctor_id: scene.doctor.id, scheduled_at: visitAt, patient_id: scene.patient.id };
    await scene.doctor.call(bookAppointment, wish);
    await scene.lookAt(weekBefore);
    const texts = (await scene.sent()).map(({ text }) => text);
    expect(texts).toHaveLength(2);
    for (const text of texts) expect(text).toContain('Monday 16 March 2026, 15:30 (Asia/Kolkata)');
  });
});

describe('between its writing and its sending', () => {
  it('nothing changes, and it goes out', async () => {
    await scene.book();
    await scene.sent();
    await scene.lookAt(weekBefore);
    expect(await scene.sent()).toHaveLength(1);
    expect(await scene.sent()).toHaveLength(0);
  });

  it('the visit is cancelled, or moved: the reminder stays here', async () => {
    const [first, second] = [await scene.book(), await scene.book('2026-03-16T10:30:00Z')];
    await scene.lookAt('2026-03-09T10:30:00Z');
    expect(await scene.reminders()).toHaveLength(2);
    await scene.cancel(first);
    await (await again()).call(updateAppointment, { id: second, scheduled_at: later });
    const out = (await scene.sent()).filter((mail) => 'unsubscribe' in mail);
    expect(out).toEqual([]);
  });

  it('the visit begins, or the account is shut: the reminder stays here', async () => {
    await scene.book();
    await scene.sent();
    await scene.lookAt(hoursBefore);
    clinic.clock.set(visitAt);
    expect(await scene.sent()).toEqual([]);
    clinic.clock.set('2026-03-16T09:59:00Z');
    await shut();
    expect(await scene.sent()).toEqual([]);
  });
});

describe('several at once', () => {
  it('write nothing twice', async () => {
    await Promise.all([scene.book(), scene.book('2026-03-16T10:30:00Z')]);
    clinic.clock.set('2026-03-09T10:30:00Z');
    await Promise.all(Array.from({ length: 8 }, () => sendDueReminders(clinic.clock)));
    expect(await scene.reminders()).toHaveLength(2);
  });
});

describe('carers', () => {
  it('who may book are reminded in the place of a patient without an account', async () => {
    const rosa = await createCarer(clinic, scene.patient, 'appointments');
    const reader = await createCarer(clinic, scene.patient, 'chart');
    await scene.book();
    await withoutAccount();
    await scene.lookAt(weekBefore);
    expect(await subjects(rosa.account.email)).toEqual(['in a week']);
    expect(await subjects(reader.account.email)).toEqual([]);
    expect(await subjects()).toEqual([]);
  });
});
