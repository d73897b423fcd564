import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bookAppointment } from '#lib/operations/appointments/book';
import { cancelAppointment } from '#lib/operations/appointments/cancel';
import { undoVisitChange } from '#lib/operations/appointments/undo';
import { saveOwnReminders } from '#lib/operations/reminders/save-own';
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

const subjects = async () => (await scene.reminders()).map(({ subject }) => subject);
const [soon, tomorrow, week] = ['soon', 'tomorrow', 'in a week'].map(
  (when) => `A visit at Northgate Clinic ${when}`,
);
const sentReminders = async () => (await scene.sent()).filter((mail) => 'unsubscribe' in mail);
const texts = async () => (await sentReminders()).map(({ text }) => text);

describe('the reminder of the day before', () => {
  it('goes out before quiet hours that end on the day of the visit', async () => {
    const settings = { quiet_from: '18:00', quiet_to: '08:00' };
    await (await scene.again(scene.patient)).call(saveOwnReminders, { mail_kinds: ['day'], ...settings });
    // At seven in the evening: the day before it is quiet then, until the morning of the visit.
    await bookAtSeven();
    await scene.lookAt('2026-03-15T17:44:00Z');
    expect(await subjects()).toEqual([]);
    await scene.lookAt('2026-03-15T17:45:00Z', '2026-03-16T08:00:00Z');
    expect(await subjects()).toEqual([tomorrow]);
  });

  it('does not say tomorrow where it is written on the day itself', async () => {
    await scene.book();
    await scene.lookAt('2026-03-16T07:59:00Z');
    expect(await subjects()).toEqual([]);
    await (await scene.again(scene.patient)).call(saveOwnReminders, {
      mail_kinds: ['day'],
      quiet_from: '21:00',
      quiet_to: '07:00',
    });
    await scene.lookAt('2026-03-16T07:30:00Z');
    expect(await subjects()).toEqual([soon]);
    expect(await sentReminders()).toHaveLength(1);
  });

  it('that comes on the day itself leaves it to the one two hours before', async () => {
    await scene.book();
    const quiet = { quiet_from: '21:00', quiet_to: '07:00' };
    await (await scene.again(scene.patient)).call(saveOwnReminders, {
      mail_kinds: ['day', 'hours'],
      ...quiet,
    });
    await scene.lookAt('2026-03-16T07:30:00Z');
    expect(await subjects()).toEqual([]);
    await scene.lookAt(hoursBefore, '2026-03-16T08:01:00Z');
    expect(await subjects()).toEqual([soon]);
  });

  it('is written anew where its server was away until the day itself', async () => {
    await scene.book();
    await scene.sent();
    await scene.lookAt(dayBefore);
    clinic.clock.set('2026-03-16T00:00:00Z');
    expect(await texts()).toEqual([]);
    await (await scene.again(scene.patient)).call(saveOwnReminders, {
      mail_kinds: ['day'],
      quiet_from: '00:00',
      quiet_to: '00:00',
    });
    await scene.lookAt('2026-03-16T00:01:00Z', '2026-03-16T00:02:00Z');
    const [text, ...more] = await texts();
    expect(more).toEqual([]);
    expect(text).toContain('Soon you');
  });
});

async function bookAtSeven(): Promise<void> {
  await asRole(
    scene.url,
    (sql) => sql`update availability_rules set ends = '20:00' where practitioner_id = ${scene.doctor.id}`,
  );
  await scene.book('2026-03-16T19:00:00Z');
}

it('the reminder of the week before is not sent once its day is over', async () => {
  await scene.book();
  await scene.sent();
  await scene.lookAt(weekBefore);
  clinic.clock.set('2026-03-10T10:00:00Z');
  expect(await texts()).toEqual([]);
});

describe('a cancellation that is undone', () => {
  it('brings back a reminder whose sending was being tried meanwhile', async () => {
    const id = await scene.book();
    await scene.sent();
    await scene.lookAt(weekBefore);
    const doctor = await scene.again(scene.doctor);
    await doctor.call(cancelAppointment, { id });
    expect(await sentReminders()).toEqual([]);
    await doctor.call(undoVisitChange, { id });
    await scene.lookAt('2026-03-09T10:03:00Z', '2026-03-09T10:04:00Z');
    expect(await sentReminders()).toHaveLength(1);
    await scene.lookAt('2026-03-09T10:05:00Z');
    expect(await sentReminders()).toEqual([]);
    expect(await subjects()).toEqual([week, week]);
  });

  it('leaves nothing behind that is owed for ever', async () => {
    await scene.cancel(await reminded());
    await scene.sent();
    const rows = await asRole(
      scene.url,
      (sql) => sql`select from outbox where sent_at is null and dropped_at is null`,
    );
    expect(rows).toHaveLength(0);
  });
});

async function reminded() {
  const id = await scene.book();
  await scene.lookAt(weekBefore);
  return id;
}

describe('a visit by video', () => {
  beforeEach(async () => {
    await scene.patient.call(bookAppointment, {
      doctor_id: scene.doctor.id,
      scheduled_at: visitAt,
      mode: 'video',
    });
  });

  it('is reminded of as that', async () => {
    await scene.lookAt(weekBefore, dayBefore, hoursBefore);
    expect(await subjects()).toEqual([
      'A video visit with Northgate Clinic in a week',
      'A video visit with Northgate Clinic tomorrow',
      'A video visit with Northgate Clinic soon',
    ]);
    for (const { text } of await scene.reminders()) {
      expect(text).toContain('have a video visit with Northgate Clinic');
      expect(text).toContain('Monday 16 March 2026, 10:00 (Europe/London), by video');
    }
  });

  it('is told as that in the words of an organisation, which know of no video', async () => {
    await asRole(
      scene.url,
      (sql) =>
        sql`insert into reminder_texts values ('es', 'week', 'Visita', 'El {time}: {link}', '{time}', now())`,
    );
    const chosen = { mail_kinds: ['week' as const], quiet_from: '21:00', quiet_to: '08:00', locale: 'es' };
    await (await scene.again(scene.patient)).call(saveOwnReminders, chosen);
    await scene.lookAt(weekBefore);
    expect((await scene.reminders())[0]?.text).toContain('10:00 (Europe/London), por vídeo: http');
    await asRole(scene.url, (sql) => sql`delete from reminder_texts`);
  });
});
