import type { Mailer } from '#lib/notify/mailer';
import type { Clock } from '#lib/platform/clock';
import { log } from '#lib/platform/log';
import { sendMail } from './handlers/send-mail';
import { openQueue } from './queue';
import { relayOnce } from './relay';

interface JobsOptions {
  databaseUrl: string;
  mailer: Mailer;
  clock: Clock;
}

const idleMilliseconds = 1000;
const afterFailureMilliseconds = 5000;
const patienceMilliseconds = 10_000;

/**
 * Runs what is owed: any number of processes may, each takes what no other has. Gives the function that stops it.
 *
 * They look once a second instead of listening: NOTIFY takes a lock that all committing transactions share.
 */
export async function startJobs({ databaseUrl, mailer, clock }: JobsOptions): Promise<() => Promise<void>> {
  const queue = await openQueue(databaseUrl);
  const stopping = new AbortController();
  const working = Promise.all([
    repeat('relay_failed', () => relayOnce(queue, clock), stopping.signal),
    repeat('worker_failed', () => queue.work((id) => sendMail(id, mailer, clock)), stopping.signal),
  ]);
  return async () => {
    stopping.abort();
    // A mail that still waits for its server stays taken until the queue frees it, so that nobody sends it meanwhile.
    await Promise.race([working, pause(patienceMilliseconds, new AbortController().signal)]);
    await queue.close();
  };
}

/** Again at once where there was something to do. A failure is told and survived: the database may be back soon. */
async function repeat(failure: string, step: () => Promise<number>, stop: AbortSignal): Promise<void> {
  while (!stop.aborted) {
    try {
      if ((await step()) === 0) await pause(idleMilliseconds, stop);
    } catch (error) {
      log().error(failure, error);
      await pause(afterFailureMilliseconds, stop);
    }
  }
}

function pause(milliseconds: number, stop: AbortSignal): Promise<void> {
  if (stop.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(end, milliseconds).unref();
    stop.addEventListener('abort', end, { once: true });
    function end() {
      clearTimeout(timer);
      stop.removeEventListener('abort', end);
      resolve();
    }
  });
}
