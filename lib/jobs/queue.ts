import PgBoss from 'pg-boss';
import { isLoopback } from '#lib/platform/env/loopback';
import type { Id } from '#lib/platform/ids';
import { log } from '#lib/platform/log';

const name = 'mail';
const batchSize = 5;

/** Sends one message, by its row. */
export type Deliver = (id: Id<'outbox'>) => Promise<void>;

/** Work that must not be lost, kept in PostgreSQL. A job is an id: what it is about stays sealed in its row. */
export interface Queue {
  /** A message that is queued already is left as it is. */
  add(ids: readonly Id<'outbox'>[]): Promise<void>;
  /** The same for messages whose tries may have been used up: those get all of them again. */
  renew(ids: readonly Id<'outbox'>[]): Promise<void>;
  /** Does what is due, a handful at once; what fails comes again, later each time. Returns how many there were. */
  work(deliver: Deliver): Promise<number>;
  close(): Promise<void>;
}

/** Opens pg-boss as the login role. Schema and queues are made by migration 0003, because that role creates nothing. */
export async function openQueue(databaseUrl: string): Promise<Queue> {
  const boss = new PgBoss({
    connectionString: databaseUrl,
    ...(!isLoopback(new URL(databaseUrl).hostname) && { ssl: { rejectUnauthorized: true } }),
    application_name: 'medisecure-jobs',
    max: 2,
    migrate: false,
    schedule: false,
    maintenanceIntervalSeconds: 60,
  });
  boss.on('error', (error) => log().error('queue_failed', error));
  await boss.start();
  // What a killed process was working on becomes due again now, not at the first round of maintenance.
  await boss.maintain();
  const add = async (ids: readonly Id<'outbox'>[]) =>
    void (await boss.insert(ids.map((id) => ({ id, name }))));
  return {
    add,
    renew: async (ids) => {
      for (const id of ids) await removeFailed(boss, id);
      await add(ids);
    },
    work: (deliver) => work(boss, deliver),
    close: () => boss.stop({ graceful: false }),
  };
}

/** A failed job holds its id, so that nothing is added in its place. One that is still to be tried is left alone. */
async function removeFailed(boss: PgBoss, id: Id<'outbox'>): Promise<void> {
  const job = await boss.getJobById(name, id);
  if (job?.state === 'failed') await boss.deleteJob(name, id);
}

/** Not `boss.work`, which neither awaits its marks nor looks again before its interval is over. */
async function work(boss: PgBoss, deliver: Deliver): Promise<number> {
  const jobs = await boss.fetch(name, { batchSize });
  await Promise.all(jobs.map(({ id }) => attempt(boss, id, deliver)));
  return jobs.length;
}

/** Only a code is kept of a failure: the queue's tables are not sealed. */
async function attempt(boss: PgBoss, id: string, deliver: Deliver): Promise<void> {
  try {
    await deliver(id as Id<'outbox'>);
    await boss.complete(name, id);
  } catch (error) {
    log().error('job_failed', error, { queue: name, job: id });
    await boss.fail(name, id, { error: error instanceof Error ? error.name : 'unknown' });
  }
}
