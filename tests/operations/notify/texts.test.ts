import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { withActor } from '#db/client';
import { sendMessage } from '#lib/jobs/handlers/send-message';
import { openQueue, type Queue } from '#lib/jobs/queue';
import { relayOnce } from '#lib/jobs/relay';
import { startJobs } from '#lib/jobs/start';
import { enqueueMail } from '#lib/notify/enqueue-mail';
import { enqueueText } from '#lib/notify/enqueue-text';
import { twilioTexter } from '#lib/notify/twilio-texter';
import type { Id } from '#lib/platform/ids';
import { newRequestId } from '#lib/platform/request-id';
import { asRole } from '../../harness/as-role';
import { openClinic, type TestClinic } from '../../harness/clinic';
import { openTwilioServer, type TwilioServer } from '../../harness/twilio-server';

let clinic: TestClinic;
let twilio: TwilioServer;
let queue: Queue;
beforeAll(async () => {
  clinic = await openClinic();
});
afterAll(() => clinic.close());
beforeEach(async () => {
  twilio = await openTwilioServer();
  queue = await openQueue(clinic.database.loginUrl);
});
afterEach(async () => {
  await queue.close();
  await twilio.close();
  await asSuperuser((sql) => sql`delete from pgboss.job`);
  await asSuperuser((sql) => sql`delete from outbox`);
});

const asSuperuser: <T>(work: Parameters<typeof asRole<T>>[1]) => Promise<T> = (work) =>
  asRole(clinic.database.superuserUrl, work);

/** A code that is good for ten minutes. */
function owe(to = '+15550100777'): Promise<void> {
  const now = clinic.clock.now();
  return withActor({ kind: 'anonymous', now, requestId: newRequestId() }, (tx) =>
    enqueueText(
      tx,
      { template: 'code', params: { code: '287082', minutes: 10 }, to, locale: 'en' },
      now,
      now.add({ minutes: 10 }),
    ),
  );
}

const senders = () => ({ mail: null, sms: twilioTexter(twilio.config) });
const deliver = (id: Id<'outbox'>) => sendMessage(id, senders(), clinic.clock);

/** Backoff is waited for by moving the job. */
const letBackoffPass = () =>
  asSuperuser((sql) => sql`update pgboss.job set start_after = now() - interval '1 second'`);
const jobs = () => asSuperuser((sql) => sql`select state, output from pgboss.job order by created_on, id`);
const rows = () =>
  asSuperuser((sql) => sql`select kind, attempts, sent_at is not null as sent from outbox order by id`);

describe('over Twilio’s own SDK', () => {
  it('arrives once with the code and the name of the site, and is marked', async () => {
    const stop = await startJobs({
      databaseUrl: clinic.database.loginUrl,
      senders: senders(),
      clock: clinic.clock,
    });
    await owe();
    await vi.waitFor(
      async () => expect(await rows()).toEqual([{ kind: 'sms', attempts: 1, sent: true }]),
      5000,
    );
    await stop();
    expect(twilio.received).toEqual([
      {
        from: '+15550100999',
        to: '+15550100777',
        body: '287082 is your MediSecure code. It works for 10 minutes. Nobody from the clinic will ever ask you for it. @localhost #287082',
      },
    ]);
  });

  it.each([
    ['too many at once', { status: 429, code: 20429 }],
    ['a fault of theirs', { status: 500 }],
    ['a wrong token, which an operator can mend', { status: 401, code: 20003 }],
    ['no answer', 'silence'],
  ] as const)('is tried again after %s, and goes out once', async (_name, failure) => {
    await owe();
    await relayOnce(queue, clinic.clock, ['sms']);
    twilio.failure = failure;
    await queue.work(deliver);
    expect(await jobs()).toMatchObject([{ state: 'retry', output: { error: 'NotSent' } }]);
    expect(twilio.asked).toBe(1);
    twilio.failure = null;
    await letBackoffPass();
    await queue.work(deliver);
    expect(twilio.received).toHaveLength(1);
    expect(await rows()).toEqual([{ kind: 'sms', attempts: 2, sent: true }]);
  });

  it('is given up where the number is none, and leaves no trace of it in the queue', async () => {
    await owe();
    await relayOnce(queue, clinic.clock, ['sms']);
    twilio.failure = { status: 400, code: 21211 };
    await queue.work(deliver);
    expect(await jobs()).toMatchObject([{ state: 'completed' }]);
    expect(await rows()).toEqual([{ kind: 'sms', attempts: 1, sent: false }]);
    const [dump] = await asSuperuser((sql) => sql`select string_agg(j::text, ' ') as text from pgboss.job j`);
    expect(dump?.text).not.toContain('5550100777');
  });

  it('says nothing of what Twilio has answered', async () => {
    twilio.failure = { status: 400, code: 21211 };
    const sending = twilioTexter(twilio.config).send({ to: '+15550100777', text: 'text' });
    await expect(sending).rejects.toSatisfy(
      (error: Error & { code: string; permanent: boolean }) =>
        error.code === '21211' && error.permanent && !String(error.stack).includes('5550100777'),
    );
  });

  it('is not sent once its code has run out', async () => {
    await owe();
    await relayOnce(queue, clinic.clock, ['sms']);
    clinic.clock.advance(601);
    await queue.work(deliver);
    expect(twilio.asked).toBe(0);
    expect(await rows()).toEqual([{ kind: 'sms', attempts: 1, sent: false }]);
  });
});

it('waits in the outbox where nobody sends text messages, while mails go on', async () => {
  await owe();
  const now = clinic.clock.now();
  await withActor({ kind: 'anonymous', now, requestId: newRequestId() }, (tx) =>
    enqueueMail(tx, { template: 'account_exists', params: {}, to: 'a@example.org', locale: 'en' }, now),
  );
  expect(await relayOnce(queue, clinic.clock, ['mail'])).toBe(1);
  const sent: string[] = [];
  const mail = { send: async ({ to }: { to: string }) => void sent.push(to) };
  await queue.work((id) => sendMessage(id, { mail, sms: null }, clinic.clock));
  expect(sent).toEqual(['a@example.org']);
  expect(await relayOnce(queue, clinic.clock, ['sms'])).toBe(1);
});

it('shows neither number nor code in a dump of the table', async () => {
  await owe();
  const dump = await asSuperuser(
    (sql) => sql`select o::text as line, encode(payload, 'escape') as bytes from outbox o`,
  );
  for (const canary of ['287082', '5550100777']) {
    for (const form of [canary, Buffer.from(canary).toString('hex')]) {
      expect(JSON.stringify(dump)).not.toContain(form);
    }
  }
});
