import { withActor } from '#db/client';
import {
  lockStrandedMessages,
  lockUnqueuedMessages,
  type MessageKind,
  markMessagesQueued,
} from '#db/queries/outbox';
import type { Clock } from '#lib/platform/clock';
import { newRequestId } from '#lib/platform/request-id';
import type { Queue } from './queue';

const batchSize = 50;
/** What has found no server for so long is not worth its reader's while. */
const triedDays = 7;

/**
 * Moves committed messages of the given kinds from the outbox into the queue. The job takes the message's id for its own, so a relay that
 * is killed between the queue and its mark makes no second job when another one repeats it. What has lain there for a day,
 * because its server was away for longer than a job is tried, is moved again.
 *
 * @returns how many it moved
 */
export function relayOnce(
  queue: Pick<Queue, 'add' | 'renew'>,
  clock: Clock,
  kinds: readonly MessageKind[],
): Promise<number> {
  const actor = { kind: 'system', job: 'relay', now: clock.now(), requestId: newRequestId() } as const;
  return withActor(actor, async (tx) => {
    const ids = await lockUnqueuedMessages(tx, kinds, batchSize);
    if (ids.length > 0) await queue.add(ids);
    const stranded = await lockStrandedMessages(tx, kinds, triedDays, batchSize);
    if (stranded.length > 0) await queue.renew(stranded);
    const moved = [...ids, ...stranded];
    if (moved.length > 0) await markMessagesQueued(tx, moved);
    return moved.length;
  });
}
