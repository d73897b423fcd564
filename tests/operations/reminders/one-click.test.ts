import { afterAll, beforeAll, expect, it } from 'vitest';
import { sendMessage } from '#lib/jobs/handlers/send-message';
import { smtpMailer } from '#lib/notify/smtp-mailer';
import type { Id } from '#lib/platform/ids';
import { reminderScene, weekBefore } from '../../factories/reminder-scene';
import { asRole } from '../../harness/as-role';
import { openClinic, type TestClinic } from '../../harness/clinic';
import { openSmtpSink, type SmtpSink } from '../../harness/smtp-sink';

let clinic: TestClinic;
let sink: SmtpSink;

beforeAll(async () => {
  clinic = await openClinic();
  sink = await openSmtpSink();
});
afterAll(async () => {
  await sink.close();
  await clinic.close();
});

it('a reminder tells mail programs where one press ends reminders (RFC 8058), and no other mail does', async () => {
  const scene = await reminderScene(clinic);
  await scene.book();
  await scene.lookAt(weekBefore);
  const mail = smtpMailer(sink.url, 'Clinic <clinic@localhost>');
  const ids = await asRole(scene.url, async (sql) => [
    ...(await sql<{ id: Id<'outbox'> }[]>`select id from outbox order by id`),
  ]);
  for (const { id } of ids) await sendMessage(id, { mail, sms: null }, clinic.clock);
  const [booked, reminder, ...more] = sink.received;
  expect(more).toEqual([]);
  expect(booked?.headers).not.toHaveProperty('list-unsubscribe');
  expect(reminder?.headers['list-unsubscribe']).toMatch(
    /^<http:\/\/localhost:3000\/unsubscribe\/[\w-]{43}>$/,
  );
  expect(reminder?.headers['list-unsubscribe-post']).toBe('List-Unsubscribe=One-Click');
  const { unsubscribe } = (await scene.reminders())[0] ?? {};
  expect(reminder?.headers['list-unsubscribe']).toBe(`<${unsubscribe}>`);
});
