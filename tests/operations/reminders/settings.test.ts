import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bookAppointment } from '#lib/operations/appointments/book';
import { getOwnReminders } from '#lib/operations/reminders/get-own';
import { saveOwnReminders } from '#lib/operations/reminders/save-own';
import { addPhone, textsTo } from '../../factories/phone-holder';
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
import { mailsTo } from '../../harness/mails';

let clinic: TestClinic;
let scene: ReminderScene;

beforeAll(async () => {
  clinic = await openClinic();
});
afterAll(() => clinic.close());
beforeEach(async () => {
  scene = await reminderScene(clinic);
});

type Chosen = NonNullable<typeof saveOwnReminders.types>['input'];
const plain: Chosen = { mail_kinds: ['week', 'day', 'hours'], quiet_from: '21:00', quiet_to: '08:00' };
const save = (change: Partial<Chosen> = {}) => scene.patient.call(saveOwnReminders, { ...plain, ...change });
const refusal = (change: Partial<Chosen>) => scene.patient.refusal(saveOwnReminders, { ...plain, ...change });
const subjects = async () => (await scene.reminders()).map(({ subject }) => subject.split('Clinic ').at(-1));

describe('whoever has chosen nothing', () => {
  it('gets every kind by mail and none by text message, and quiet nights', async () => {
    expect(await scene.patient.call(getOwnReminders, {})).toEqual({
      ...{ mail_kinds: ['week', 'day', 'hours'], text_kinds: [], quiet_from: '21:00', quiet_to: '08:00' },
      ...{ zone: null, locale: null, has_phone: false },
    });
  });

  it('gets no text message, though there is a number', async () => {
    const { number } = await addPhone(scene.url, scene.patient);
    await scene.book();
    const before = (await textsTo(scene.url, number)).length;
    await scene.lookAt(weekBefore, dayBefore, hoursBefore);
    expect(await textsTo(scene.url, number)).toHaveLength(before);
    expect(await subjects()).toEqual(['in a week', 'tomorrow', 'soon']);
  });
});

describe('what was chosen', () => {
  it('is what comes, by each channel', async () => {
    const { number } = await addPhone(scene.url, scene.patient);
    await save({ mail_kinds: ['day'], text_kinds: ['hours'] });
    await scene.book();
    await scene.lookAt(weekBefore, dayBefore, hoursBefore, '2026-03-16T08:01:00Z');
    expect(await subjects()).toEqual(['tomorrow']);
    const texts = (await textsTo(scene.url, number)).filter((text) => text.includes('visit'));
    expect(texts).toEqual([
      'Northgate Clinic: a visit is booked on Monday 16 March 2026, 10:00 (Europe/London). Stop: localhost/account/reminders',
    ]);
  });

  it('sends no text message without a confirmed number', async () => {
    await save({ mail_kinds: [], text_kinds: ['week', 'day', 'hours'] });
    await scene.book();
    await scene.lookAt(weekBefore, dayBefore, hoursBefore);
    expect(await scene.sent()).toHaveLength(1);
  });

  it('moves what would fall into the quiet hours', async () => {
    await save({ quiet_from: '09:00', quiet_to: '14:00' });
    await scene.book();
    await scene.lookAt(weekBefore, '2026-03-09T13:59:00Z');
    expect(await subjects()).toEqual([]);
    await scene.lookAt('2026-03-09T14:00:00Z');
    expect(await subjects()).toEqual(['in a week']);
  });

  it('is by the chosen clock, in which mails of visits are written too', async () => {
    await save({ zone: 'Asia/Tokyo' });
    await scene.patient.call(bookAppointment, { doctor_id: scene.doctor.id, scheduled_at: visitAt });
    const booked = (await mailsTo(scene.url, scene.email)).at(-1);
    expect(booked?.text).toContain('Monday 16 March 2026, 19:00 (Asia/Tokyo)');
    await save({ zone: null });
    await scene.lookAt(weekBefore);
    expect((await scene.reminders())[0]?.text).toContain('10:00 (Europe/London)');
  });

  it('stays, and is nobody else’s', async () => {
    const chosen = { mail_kinds: ['hours' as const], text_kinds: [], quiet_from: '22:15', quiet_to: '06:45' };
    await save({ ...chosen, zone: 'America/New_York', locale: 'es' });
    expect(await scene.patient.call(getOwnReminders, {})).toEqual({
      ...{ ...chosen, zone: 'America/New_York', locale: 'es', has_phone: false },
    });
    const other = await reminderScene(clinic);
    expect(await other.patient.call(getOwnReminders, {})).toMatchObject({ zone: null, quiet_from: '21:00' });
  });

  it('leaves a trace that names the fields and not what they say', async () => {
    await save({ zone: 'Asia/Tokyo', quiet_from: '22:00' });
    const event = (await clinic.events()).findLast(({ action }) => action === 'UPDATE_REMINDERS');
    expect(event).toMatchObject({ additional_info: { fields: 'quiet_from zone' } });
    expect(JSON.stringify(event)).not.toContain('Tokyo');
  });

  it('is refused where it is no zone, no time, no kind or too quiet', async () => {
    for (const change of [
      { zone: 'Mars/Phobos' },
      { quiet_from: '25:00' },
      { quiet_from: '21:00', quiet_to: '20:00' },
    ]) {
      expect((await refusal(change)).code).toBe('validation_failed');
    }
    const wrong = { mail_kinds: ['month'] } as unknown as Partial<Chosen>;
    expect((await refusal(wrong)).code).toBe('validation_failed');
  });

  it('has its bounds in the database as well', async () => {
    const set = (column: string, value: string) =>
      asRole(
        scene.url,
        (sql) => sql`
        insert into reminder_settings ${sql({
          ...{
            user_id: scene.patient.account.id,
            mail_kinds: '{day}',
            text_kinds: '{}',
            quiet_from: '21:00',
          },
          ...{ quiet_to: '08:00', updated_at: '2026-03-02T09:00:00Z', [column]: value },
        })}`,
      );
    await expect(set('mail_kinds', '{month}')).rejects.toMatchObject({ code: '23514' });
    await expect(set('quiet_to', '20:00')).rejects.toMatchObject({ code: '23514' });
  });
});
