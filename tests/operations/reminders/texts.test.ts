import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { listReminderWords } from '#lib/operations/reminder-texts/list';
import { removeReminderWords } from '#lib/operations/reminder-texts/remove';
import { saveReminderWords } from '#lib/operations/reminder-texts/save';
import { saveOwnReminders } from '#lib/operations/reminders/save-own';
import { createAdmin, type Person } from '../../factories/care';
import { type ReminderScene, reminderScene, weekBefore } from '../../factories/reminder-scene';
import { asRole } from '../../harness/as-role';
import { openClinic, type TestClinic } from '../../harness/clinic';

let clinic: TestClinic;
let scene: ReminderScene;
let admin: Person;

beforeAll(async () => {
  clinic = await openClinic();
});
afterAll(() => clinic.close());
beforeEach(async () => {
  scene = await reminderScene(clinic);
  admin = await createAdmin(clinic.clock);
  await asRole(scene.url, (sql) => sql`delete from reminder_texts`);
});

const english = {
  ...({ language: 'en', kind: 'week' } as const),
  subject: 'Come to {clinic}',
  mail: 'You come on {time}. {link}',
  text: 'Come on {time}',
};
const spanish = {
  ...english,
  language: 'es',
  subject: 'Su visita',
  mail: 'El {time}: {link}',
  text: '{time}',
} as const;
const save = (text: typeof english | typeof spanish) => admin.call(saveReminderWords, text);
const shown = async (language: string, kind: string) =>
  (await admin.call(listReminderWords, {})).items.find(
    (item) => item.language === language && item.kind === kind,
  );
async function reminded() {
  await scene.book();
  await scene.lookAt(weekBefore);
  return (await scene.reminders())[0];
}

it('an admin’s words are sent, with the way to stop them all the same', async () => {
  await save(english);
  const mail = await reminded();
  expect(mail?.subject).toBe('Come to Northgate Clinic');
  expect(mail?.text).toContain(`You come on Monday 16 March 2026, 10:00 (Europe/London). ${mail?.link}`);
  expect(mail?.text).toContain('/stop-reminders?token=');
});

it('each reads the words of their language, with the time in it; without any, the product’s', async () => {
  await save(english);
  await save(spanish);
  const chosen = { mail_kinds: ['week' as const], quiet_from: '21:00', quiet_to: '08:00' };
  await scene.patient.call(saveOwnReminders, { ...chosen, locale: 'es-MX' });
  expect((await reminded())?.text).toContain('El lunes 16 de marzo de 2026, 10:00 (Europe/London):');
  scene = await reminderScene(clinic);
  await scene.patient.call(saveOwnReminders, { ...chosen, locale: 'pl' });
  expect((await reminded())?.subject).toBe('A visit at Northgate Clinic in a week');
});

it('are shown as they would be read, and taken back', async () => {
  expect(await shown('en', 'week')).toMatchObject({ own: false, subject: 'A visit at {clinic} in a week' });
  await save(english);
  expect(await shown('en', 'week')).toMatchObject({
    ...english,
    own: true,
    preview: {
      subject: 'Come to Northgate Clinic',
      text: 'Come on Monday 9 March 2026, 09:00 (Europe/London)',
    },
  });
  expect(await shown('en', 'day')).toMatchObject({ own: false });
  await admin.call(removeReminderWords, { language: 'en', kind: 'week' });
  expect(await shown('en', 'week')).toMatchObject({ own: false });
});

it('no line break gets into a header, by whichever way', async () => {
  const broken = { ...english, subject: 'Come\r\nBcc: all@example.org' };
  expect((await admin.refusal(saveReminderWords, broken)).code).toBe('validation_failed');
  const write = asRole(
    scene.url,
    (sql) => sql`
    insert into reminder_texts (language, kind, subject, mail, text, updated_at)
    values ('en', 'week', ${broken.subject}, 'x', 'y', '2026-03-02T09:00:00Z')`,
  );
  await expect(write).rejects.toMatchObject({ code: '23514' });
  await asRole(
    scene.url,
    (sql) => sql`update clinics set name = E'North\r\nBcc: all@example.org' where id = ${scene.site}`,
  );
  const mail = await reminded();
  expect(mail?.subject).not.toMatch(/[\r\n]/);
  expect(mail?.subject).toContain('North Bcc: all@example.org');
});

it('are for admins alone', async () => {
  for (const person of [scene.patient, scene.doctor]) {
    expect((await person.refusal(saveReminderWords, english)).code).toBe('insufficient_scope');
    expect((await person.refusal(listReminderWords, {})).code).toBe('insufficient_scope');
  }
});
