import { afterAll, beforeAll, expect, it } from 'vitest';
import { withActor } from '#db/client';
import { deleteSentMessages } from '#db/queries/outbox';
import { deleteSpentSignups } from '#db/queries/sign-in';
import { purgeOnce, startPurge } from '#lib/jobs/purge';
import { signUp } from '#lib/operations/auth/sign-up';
import { newRequestId } from '#lib/platform/request-id';
import { goodPassword, visitor } from '../factories/visitor';
import { asRole } from '../harness/as-role';
import { openClinic, type TestClinic } from '../harness/clinic';

let clinic: TestClinic;
beforeAll(async () => {
  clinic = await openClinic();
});
afterAll(() => clinic.close());

const wish = (email: string) =>
  visitor(clinic.clock, { kind: 'anonymous' }).call(signUp, { email, password: goodPassword });

const hour = 3600;
const day = 24 * hour;

/** Rows of sign-ups, and of mails. */
async function left(): Promise<number[]> {
  const [row] = await asRole(
    clinic.database.superuserUrl,
    (sql) => sql`
      select (select count(*)::integer from pending_signups) as signups, (select count(*)::integer from outbox) as mails`,
  );
  return [row?.signups, row?.mails];
}

const sendAll = () =>
  asRole(
    clinic.database.superuserUrl,
    (sql) => sql`update outbox set sent_at = ${clinic.clock.now().toString()} where sent_at is null`,
  );

it('removes sign-ups when their link has run out, and mails a month after they were sent', async () => {
  await wish('early@example.org');
  await sendAll();
  clinic.clock.advance(23 * hour);
  expect([await purgeOnce(clinic.clock), await left()]).toEqual([0, [1, 1]]);
  await wish('late@example.org');
  clinic.clock.advance(hour);
  expect([await purgeOnce(clinic.clock), await left()]).toEqual([1, [1, 2]]);
  clinic.clock.advance(29 * day - 1);
  expect([await purgeOnce(clinic.clock), await left()]).toEqual([1, [0, 2]]);
  clinic.clock.advance(1);
  expect([await purgeOnce(clinic.clock), await left()]).toEqual([1, [0, 1]]);
  clinic.clock.advance(365 * day);
  expect([await purgeOnce(clinic.clock), await left()]).toEqual([0, [0, 1]]);
});

it('removes what was dropped like what was sent', async () => {
  await wish('dropped@example.org');
  const now = clinic.clock.now().toString();
  await asRole(
    clinic.database.superuserUrl,
    (sql) => sql`update outbox set dropped_at = ${now} where sent_at is null`,
  );
  const [, mails] = await left();
  clinic.clock.advance(30 * day - 1);
  await purgeOnce(clinic.clock);
  expect((await left())[1]).toBe(mails);
  clinic.clock.advance(1);
  await purgeOnce(clinic.clock);
  expect((await left())[1]).toBeLessThan(mails ?? 0);
});

it('is for its job alone, by the database as well', async () => {
  await sendAll();
  await wish('another@example.org');
  clinic.clock.advance(60 * day);
  const moment = { now: clinic.clock.now(), requestId: newRequestId() };
  for (const actor of [{ kind: 'anonymous' }, { kind: 'system', job: 'mail' }] as const) {
    const removed = await withActor({ ...actor, ...moment }, async (tx) => [
      await deleteSpentSignups(tx),
      await deleteSentMessages(tx, 30),
    ]);
    expect(removed).toEqual([0, 0]);
  }
});

it('runs from the start on, and stops when it is told to', async () => {
  const stop = startPurge(clinic.clock);
  await expect.poll(left, { timeout: 5000 }).toEqual([0, 1]);
  await stop();
});
