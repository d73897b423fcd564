import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { withActor } from '#db/client';
import { sendMessage } from '#lib/jobs/handlers/send-message';
import { openQueue, type Queue } from '#lib/jobs/queue';
import { relayOnce } from '#lib/jobs/relay';
import { enqueueMail } from '#lib/notify/enqueue-mail';
import type { Mailer } from '#lib/notify/mailer';
import { NotSent } from '#lib/notify/not-sent';
import { newRequestId } from '#lib/platform/request-id';
import { asRole } from '../../harness/as-role';
import { openClinic, type TestClinic } from '../../harness/clinic';

let clinic: TestClinic;
let queue: Queue;
let sent: string[];
beforeAll(async () => {
  clinic = await openClinic();
  queue = await openQueue(clinic.database.loginUrl);
});
afterAll(async () => {
  await queue.close();
  await clinic.close();
});
beforeEach(async () => {
  sent = [];
  await asSuperuser((sql) => sql`delete from pgboss.job`);
  await asSuperuser((sql) => sql`delete from outbox`);
  const now = clinic.clock.now();
  await withActor({ kind: 'anonymous', now, requestId: newRequestId() }, (tx) =>
    enqueueMail(tx, { template: 'account_exists', params: {}, to: 'elsa@example.org', locale: 'en' }, now),
  );
  expect(await relay()).toBe(1);
});

const hour = 3600;
const day = 24 * hour;
const asSuperuser: <T>(work: Parameters<typeof asRole<T>>[1]) => Promise<T> = (work) =>
  asRole(clinic.database.superuserUrl, work);
const relay = () => relayOnce(queue, clinic.clock, ['mail']);
const works: Mailer = { send: async ({ to }) => void sent.push(to) };
const isAway: Mailer = { send: () => Promise.reject(new NotSent('ECONNREFUSED', false)) };
const work = (mail: Mailer) => queue.work((id) => sendMessage(id, { mail, sms: null }, clinic.clock));
const states = () =>
  asSuperuser(async (sql) =>
    (await sql`select state, retry_count from pgboss.job`).map((row) => ({ ...row })),
  );
const letBackoffPass = () =>
  asSuperuser((sql) => sql`update pgboss.job set start_after = now() - interval '1 second'`);

/** As after the last of its tries. */
async function useUpTries(): Promise<void> {
  await asSuperuser((sql) => sql`update pgboss.job set retry_count = retry_limit`);
  await work(isAway);
  expect(await states()).toMatchObject([{ state: 'failed' }]);
}

it('a mail whose tries were used up by an outage is tried anew a day later, and goes out once', async () => {
  await useUpTries();
  clinic.clock.advance(day - 1);
  expect(await relay()).toBe(0);
  clinic.clock.advance(1);
  expect(await relay()).toBe(1);
  expect(await states()).toEqual([{ state: 'created', retry_count: 0 }]);
  expect(await relay()).toBe(0);
  await work(works);
  expect(sent).toEqual(['elsa@example.org']);
  clinic.clock.advance(day);
  expect([await relay(), await work(works), sent.length]).toEqual([0, 0, 1]);
});

it('so is one whose job was put into the archive', async () => {
  await useUpTries();
  await asSuperuser((sql) => sql`delete from pgboss.job`);
  clinic.clock.advance(day);
  expect([await relay(), await work(works), sent.length]).toEqual([1, 1, 1]);
});

it('one that is still being tried keeps its job and the count of its tries', async () => {
  await work(isAway);
  await letBackoffPass();
  await work(isAway);
  clinic.clock.advance(day);
  expect(await relay()).toBe(1);
  expect(await states()).toEqual([{ state: 'retry', retry_count: 1 }]);
  await letBackoffPass();
  expect([await work(works), sent.length]).toEqual([1, 1]);
});

it('one that waits for its mark while another relay looks is moved once', async () => {
  await useUpTries();
  clinic.clock.advance(day);
  const moved = await Promise.all([relay(), relay(), relay()]);
  expect(moved.sort()).toEqual([0, 0, 1]);
  expect(await states()).toHaveLength(1);
});

it('after a week nobody tries any more', async () => {
  await useUpTries();
  clinic.clock.advance(7 * day);
  expect(await relay()).toBe(0);
});

it('what its server has refused for good is dropped, and not tried anew', async () => {
  await work({ send: () => Promise.reject(new NotSent('EENVELOPE', true)) });
  const [row] = await asSuperuser((sql) => sql`select sent_at, dropped_at from outbox`);
  expect([row?.sent_at, row?.dropped_at?.toISOString()]).toEqual([null, expect.any(String)]);
  await asSuperuser((sql) => sql`delete from pgboss.job`);
  clinic.clock.advance(day);
  expect([await relay(), await work(works), sent]).toEqual([0, 0, []]);
});
