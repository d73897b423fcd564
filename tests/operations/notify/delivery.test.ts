import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { withActor } from '#db/client';
import { sendMessage } from '#lib/jobs/handlers/send-message';
import { openQueue, type Queue } from '#lib/jobs/queue';
import { relayOnce } from '#lib/jobs/relay';
import { startJobs } from '#lib/jobs/start';
import { enqueueMail } from '#lib/notify/enqueue-mail';
import type { Mailer } from '#lib/notify/mailer';
import { NotSent } from '#lib/notify/not-sent';
import { smtpMailer } from '#lib/notify/smtp-mailer';
import type { Id } from '#lib/platform/ids';
import { newRequestId } from '#lib/platform/request-id';
import { asRole } from '../../harness/as-role';
import { openClinic, type TestClinic } from '../../harness/clinic';
import { openSmtpSink, type SmtpSink } from '../../harness/smtp-sink';

let clinic: TestClinic;
let sink: SmtpSink;
let queue: Queue;
beforeAll(async () => {
  clinic = await openClinic();
});
afterAll(() => clinic.close());
beforeEach(async () => {
  sink = await openSmtpSink();
  queue = await openQueue(clinic.database.loginUrl);
});
afterEach(async () => {
  await queue.close();
  await sink.close();
  await asSuperuser((sql) => sql`delete from pgboss.job`);
  await asSuperuser((sql) => sql`delete from outbox`);
});

const asSuperuser: <T>(work: Parameters<typeof asRole<T>>[1]) => Promise<T> = (work) =>
  asRole(clinic.database.superuserUrl, work);

function owe(to: string, count = 1): Promise<void> {
  const now = clinic.clock.now();
  return withActor({ kind: 'anonymous', now, requestId: newRequestId() }, async (tx) => {
    for (let i = 0; i < count; i += 1) {
      await enqueueMail(
        tx,
        { template: 'verify_email', params: { token: `t${i}`, hours: 24 }, to, locale: 'en' },
        now,
      );
    }
  });
}

const smtp = () => smtpMailer(sink.url, 'Clinic <clinic@localhost>');
const deliverWith = (mailer: Mailer) => (id: Id<'outbox'>) =>
  sendMessage(id, { mail: mailer, sms: null }, clinic.clock);

/** Backoff is waited for by moving the job. */
const letBackoffPass = () =>
  asSuperuser((sql) => sql`update pgboss.job set start_after = now() - interval '1 second'`);

const jobs = () =>
  asSuperuser((sql) => sql`select state, data, output from pgboss.job order by created_on, id`);
const rows = () =>
  asSuperuser(
    (sql) => sql`select attempts, enqueued_at is not null as queued, sent_at is not null as sent from outbox`,
  );

describe('over SMTP', () => {
  it('arrives as one plain message for one recipient, and is marked', async () => {
    const stop = await startJobs({
      databaseUrl: clinic.database.loginUrl,
      senders: { mail: smtp(), sms: null },
      clock: clinic.clock,
    });
    await owe('Elsa.Vargas@example.org');
    await vi.waitFor(
      async () => expect(await rows()).toEqual([{ attempts: 1, queued: true, sent: true }]),
      5000,
    );
    await stop();
    const [mail, ...more] = sink.received;
    expect(more).toEqual([]);
    expect(mail?.from).toBe('clinic@localhost');
    expect(mail?.recipients).toEqual(['elsa.vargas@example.org']);
    expect(mail?.headers).toMatchObject({
      from: 'Clinic <clinic@localhost>',
      to: 'elsa.vargas@example.org',
      subject: 'Confirm your e-mail address',
      'auto-submitted': 'auto-generated',
    });
    expect(mail?.headers['message-id']).toMatch(/^<[0-9a-f-]{36}@localhost>$/);
    expect(mail?.headers).not.toHaveProperty('bcc');
    expect(await jobs()).toMatchObject([{ state: 'completed', data: null }]);
  });

  it('is tried again when the server is not there, and later goes out once', async () => {
    await owe('elsa@example.org');
    await relayOnce(queue, clinic.clock, ['mail']);
    await queue.work(deliverWith(smtpMailer('smtp://127.0.0.1:1', 'Clinic <clinic@localhost>')));
    expect(await jobs()).toMatchObject([{ state: 'retry', output: { error: 'NotSent' } }]);
    expect(await queue.work(deliverWith(smtp()))).toBe(0);
    await letBackoffPass();
    expect(await queue.work(deliverWith(smtp()))).toBe(1);
    expect(sink.received).toHaveLength(1);
    expect(await rows()).toEqual([{ attempts: 2, queued: true, sent: true }]);
  });

  it('is tried again after a passing refusal, and not after a final one', async () => {
    await owe('elsa@example.org');
    await relayOnce(queue, clinic.clock, ['mail']);
    sink.rcptAnswer = '450 elsa@example.org is greylisted';
    await queue.work(deliverWith(smtp()));
    expect(await jobs()).toMatchObject([{ state: 'retry' }]);
    sink.rcptAnswer = '550 elsa@example.org is unknown here';
    await letBackoffPass();
    await queue.work(deliverWith(smtp()));
    expect(await jobs()).toMatchObject([{ state: 'completed' }]);
    expect(await rows()).toEqual([{ attempts: 2, queued: true, sent: false }]);
    expect(await relayOnce(queue, clinic.clock, ['mail'])).toBe(0);
  });

  it('leaves no address in the queue, whatever the server says', async () => {
    await owe('canary.person@example.org');
    await relayOnce(queue, clinic.clock, ['mail']);
    sink.rcptAnswer = '451 canary.person@example.org: try later';
    await queue.work(deliverWith(smtp()));
    const [dump] = await asSuperuser((sql) => sql`select string_agg(j::text, ' ') as text from pgboss.job j`);
    expect(dump?.text).toMatch(/NotSent/);
    expect(dump?.text).not.toContain('canary');
    await expect(
      smtp().send({ to: 'canary@example.org', subject: 's', text: 't', link: '', messageId: '<a@b>' }),
    ).rejects.toSatisfy(
      (error: Error) => error instanceof NotSent && !String(error.stack).includes('canary'),
    );
  });

  it('keeps a line break in a subject or an address from becoming a header', async () => {
    const mail = { text: 'text', link: '', messageId: '<a@localhost>' };
    await smtp().send({ ...mail, to: 'a@example.org', subject: 'Hi\r\nBcc: victim@example.org\r\n\r\nbody' });
    await smtp()
      .send({ ...mail, to: 'b@example.org\r\nBcc: victim@example.org', subject: 'Hi' })
      .catch(() => undefined);
    await smtp()
      .send({ ...mail, to: 'c@example.org, victim@example.org', subject: 'Hi' })
      .catch(() => undefined);
    for (const received of sink.received) {
      expect(received.recipients).not.toContain('victim@example.org');
      expect(received.headers).not.toHaveProperty('bcc');
    }
    expect(sink.received.length).toBeGreaterThan(0);
  });
});

describe('many processes', () => {
  it('of two relays and workers, each mail has one job and goes out once', async () => {
    await owe('many@example.org', 60);
    const other = await openQueue(clinic.database.loginUrl);
    const drain = async (from: Queue) => {
      while ((await relayOnce(from, clinic.clock, ['mail'])) > 0);
      while ((await from.work(deliverWith(smtp()))) > 0);
    };
    await Promise.all([drain(queue), drain(other), drain(queue), drain(other)]);
    await drain(queue);
    await other.close();
    const ids = sink.received.map((mail) => mail.headers['message-id']);
    expect(ids).toHaveLength(60);
    expect(new Set(ids).size).toBe(60);
    expect(await jobs()).toHaveLength(60);
    expect(new Set((await rows()).map((row) => row.attempts))).toEqual(new Set([1]));
  });

  it('a message that is queued twice is one job', async () => {
    await owe('twice@example.org');
    await relayOnce(queue, clinic.clock, ['mail']);
    await asSuperuser((sql) => sql`update outbox set enqueued_at = null`);
    await relayOnce(queue, clinic.clock, ['mail']);
    expect(await jobs()).toHaveLength(1);
  });

  it('a job that comes back after its mail went out sends nothing', async () => {
    await owe('again@example.org');
    await relayOnce(queue, clinic.clock, ['mail']);
    await queue.work(deliverWith(smtp()));
    await asSuperuser((sql) => sql`update pgboss.job set state = 'retry', completed_on = null`);
    await letBackoffPass();
    expect(await queue.work(deliverWith(smtp()))).toBe(1);
    expect(sink.received).toHaveLength(1);
  });

  it('a mail that cannot go out holds up no other', async () => {
    await owe('bad@example.org');
    await owe('good@example.org');
    await relayOnce(queue, clinic.clock, ['mail']);
    const mailer: Mailer = {
      send: (mail) => (mail.to.startsWith('bad') ? Promise.reject(new Error('no')) : smtp().send(mail)),
    };
    await queue.work(deliverWith(mailer));
    expect(sink.received.map((mail) => mail.recipients)).toEqual([['good@example.org']]);
  });
});
