import { type Senders, sendableKinds } from '#lib/notify/senders';
import type { Clock } from '#lib/platform/clock';
import type { Id } from '#lib/platform/ids';
import { sendMessage } from './handlers/send-message';
import { openQueue } from './queue';
import { relayOnce } from './relay';
import { pause, repeat } from './repeat';

interface JobsOptions {
  databaseUrl: string;
  senders: Senders;
  clock: Clock;
}

const idleMilliseconds = 1000;
const patienceMilliseconds = 10_000;

/**
 * Runs what is owed: any number of processes may, each takes what no other has. Gives the function that stops it.
 *
 * They look once a second instead of listening: NOTIFY takes a lock that all committing transactions share.
 */
export async function startJobs({ databaseUrl, senders, clock }: JobsOptions): Promise<() => Promise<void>> {
  const queue = await openQueue(databaseUrl);
  const stopping = new AbortController();
  const deliver = (id: Id<'outbox'>) => sendMessage(id, senders, clock);
  const working = Promise.all([
    repeat(
      'relay_failed',
      () => relayOnce(queue, clock, sendableKinds(senders)),
      idleMilliseconds,
      stopping.signal,
    ),
    repeat('worker_failed', () => queue.work(deliver), idleMilliseconds, stopping.signal),
  ]);
  return async () => {
    stopping.abort();
    // A message that still waits for its server stays taken until the queue frees it, so that nobody sends it meanwhile.
    await Promise.race([working, pause(patienceMilliseconds, new AbortController().signal)]);
    await queue.close();
  };
}
