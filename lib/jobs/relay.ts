import { withActor } from '#db/client';
import { lockUnqueuedMessages, type MessageKind, markMessagesQueued } from '#db/queries/outbox';
import type { Clock } from '#lib/platform/clock';
import { newRequestId } from '#lib/platform/request-id';
import type { Queue } from './queue';

const batchSize = 50;

/**
 * Moves committed messages of the given kinds from the outbox into the queue. The job takes the message's id for its own, so a relay that
 * is killed between the queue and its mark makes no second job when another one repeats it.
 *
 * @returns how many it moved
 */
export function relayOnce(
  queue: Pick<Queue, 'add'>,
  clock: Clock,
  kinds: readonly MessageKind[],
): Promise<number> {
  const actor = { kind: 'system', job: 'relay', now: clock.now(), requestId: newRequestId() } as const;
  return withActor(actor, async (tx) => {
    const ids = await lockUnqueuedMessages(tx, kinds, batchSize);
    if (ids.length === 0) return 0;
    await queue.add(ids);
    await markMessagesQueued(tx, ids);
    return ids.length;
  });
}
