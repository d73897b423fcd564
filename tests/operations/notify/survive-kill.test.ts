import { spawn } from 'node:child_process';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { closePool, openPool } from '#db/client';
import type { RingKeyRow } from '#lib/crypto/ring-key-row';
import { startJobs } from '#lib/jobs/start';
import { smtpMailer } from '#lib/notify/smtp-mailer';
import { systemClock } from '#lib/platform/clock';
import { asRole } from '../../harness/as-role';
import { createTestDatabase, type TestDatabase } from '../../harness/database';
import { loadKeyRing, newRingKeys } from '../../harness/key-ring';
import { type ChildOrder, type Moment, moments } from '../../harness/mail-child';
import { openSmtpSink, type SmtpSink } from '../../harness/smtp-sink';

let database: TestDatabase;
let keys: RingKeyRow[];
let sink: SmtpSink;

beforeAll(async () => {
  database = await createTestDatabase();
  keys = await newRingKeys();
  openPool(database.loginUrl, 5);
  await loadKeyRing(systemClock, keys);
});
afterAll(async () => {
  await closePool();
  await database.drop();
});
beforeEach(async () => {
  sink = await openSmtpSink();
});
afterEach(() => sink.close());

function runAndKill(moment: Moment, to: string): Promise<NodeJS.Signals | null> {
  const order: ChildOrder = {
    ...{ databaseUrl: database.loginUrl, smtpUrl: sink.url, moment, to },
    keys: keys.map((key) => ({ ...key, wrapped_key: Buffer.from(key.wrapped_key).toString('base64') })),
  };
  const child = spawn(process.execPath, ['--import', 'tsx', 'tests/harness/mail-child.ts'], {
    env: { ...process.env, MAIL_CHILD_ORDER: JSON.stringify(order) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject).once('exit', (_code, signal) => resolve(signal));
  });
}

/** Stands for the minutes after which a dead process's work is free again. */
const letTimePass = () =>
  asRole(
    database.superuserUrl,
    (sql) => sql`update pgboss.job set started_on = started_on - interval '1 hour' where state = 'active'`,
  );

const untilAllSent = () =>
  vi.waitFor(
    async () => {
      const [row] = await asRole(
        database.superuserUrl,
        (sql) => sql<{ n: number }[]>`
          select (select count(*) from outbox where sent_at is null)
               + (select count(*) from pgboss.job where state < 'completed') as n`,
      );
      expect(Number(row?.n)).toBe(0);
    },
    { timeout: 15_000, interval: 100 },
  );

/** The next process, with nothing of the dead one but the database. Backoff is waited for by moving the job. */
async function recover(): Promise<void> {
  await letTimePass();
  const stop = await startJobs({
    databaseUrl: database.loginUrl,
    senders: { mail: smtpMailer(sink.url, 'Clinic <clinic@localhost>'), sms: null },
    clock: systemClock,
  });
  await asRole(
    database.superuserUrl,
    (sql) => sql`update pgboss.job set start_after = now() - interval '1 second' where state = 'retry'`,
  );
  await untilAllSent().finally(stop);
}

const expectedCopies: Record<Moment, number> = {
  'before the commit': 0,
  'after the commit': 1,
  'between the queue and its mark': 1,
  'after the relay': 1,
  'before the server has it': 1,
  // The one moment in which the server has the mail and nobody here knows.
  'between acceptance and mark': 2,
  'between mark and the end of the job': 1,
};

it.each(moments)('a mail survives a kill %s', async (moment) => {
  const to = `${moment.replaceAll(' ', '-')}@example.org`;
  expect(await runAndKill(moment, to)).toBe('SIGKILL');
  await recover();
  const mails = sink.received.filter((mail) => mail.recipients.includes(to));
  expect(mails).toHaveLength(expectedCopies[moment]);
  expect(new Set(mails.map((mail) => mail.headers['message-id'])).size).toBe(Math.min(mails.length, 1));
});
