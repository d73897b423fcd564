import postgres from 'postgres';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readOnce, type Tx, transact } from '#db/client';
import { translate } from '#lib/operations/kernel/translate';
import { newRequestId } from '#lib/platform/request-id';
import { openClinic, type TestClinic } from '../harness/clinic';

let clinic: TestClinic;
let superuser: postgres.Sql;

beforeAll(async () => {
  clinic = await openClinic();
  superuser = postgres(clinic.database.superuserUrl, { max: 1, onnotice: () => {} });
});
afterAll(async () => {
  await superuser.end();
  await clinic.close();
});

const actor = () => ({ kind: 'anonymous' as const, now: clinic.clock.now(), requestId: newRequestId() });
const sleep = (tx: Tx, seconds: number) => tx`select pg_sleep(${seconds})`.execute();

const kinds: Record<string, () => Promise<unknown>> = {
  'a transaction': () =>
    transact(actor(), {
      read: (tx) => sleep(tx, 0.05),
      work: async (tx) => {
        await sleep(tx, 0.05);
        await sleep(tx, 0.05);
      },
      last: (tx) => tx`select 1`,
    }),
  'a read': () => readOnce(actor(), async (tx) => void (await sleep(tx, 0.1))),
};

/** Ends every connection of the product at any moment of what it does. */
async function loseConnections(): Promise<void> {
  await superuser`
    select pg_terminate_backend(pid, 5000) from pg_stat_activity
     where pid <> pg_backend_pid() and datname = current_database()`;
  // Until the ends of idle connections, too, have been read.
  await new Promise((resolve) => setTimeout(resolve, 50));
}

const failures = (ends: readonly PromiseSettledResult<unknown>[]) =>
  ends.flatMap((end) => (end.status === 'rejected' ? [translate(end.reason)?.code] : []));

it.each(Object.entries(kinds))(
  '%s that loses its connection fails, and the next ones succeed',
  async (_, run) => {
    const lost: unknown[] = [];
    for (const after of [0, 10, 30, 60, 90, 120]) {
      const running = Promise.allSettled(Array.from({ length: 20 }, run));
      await new Promise((resolve) => setTimeout(resolve, after));
      await loseConnections();
      lost.push(...failures(await running));
      expect(failures(await Promise.allSettled(Array.from({ length: 12 }, run)))).toEqual([]);
    }
    expect(new Set(lost)).toEqual(new Set(['unavailable']));
  },
);

it('a commit whose connection was lost is no success', async () => {
  const unsaved = transact(actor(), {
    read: async () => undefined,
    work: async () => {
      await loseConnections();
    },
  });
  expect(translate(await unsaved.catch((error: unknown) => error))?.code).toBe('unavailable');
});
