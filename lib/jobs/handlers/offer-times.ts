import { withActor } from '#db/client';
import { releaseExpiredHolds } from '#db/queries/appointment-holds';
import { actForWaiting, endSpentWaits, findWaiting, listUnoffered } from '#db/queries/waiting-list';
import { isOperationError } from '#lib/errors/operation-error';
import { run } from '#lib/operations/run';
import { firstFitting } from '#lib/operations/waiting-list/fitting-times';
import { offerTime } from '#lib/operations/waiting-list/offer';
import type { Clock } from '#lib/platform/clock';
import type { Id } from '#lib/platform/ids';
import { newRequestId } from '#lib/platform/request-id';
import { repeat } from '../repeat';

const idleMilliseconds = 60_000;
const caller = { kind: 'system', job: 'waiting-list' } as const;

/**
 * Offers what is free to whoever waits for it, the longest first, one operation and so one audit event each. It does not ask
 * why a time is free, so nothing that frees one can be forgotten. Two processes that look at once offer nothing twice.
 *
 * @returns how many times were offered
 */
export async function offerTimes(clock: Clock): Promise<number> {
  const waiting = await withActor(actorOf(clock), async (tx) => {
    await releaseExpiredHolds(tx);
    await endSpentWaits(tx);
    return listUnoffered(tx);
  });
  let offered = 0;
  const failures: unknown[] = [];
  for (const id of waiting) {
    try {
      if ((await isSomethingFree(id, clock)) && (await offerTo(id, clock))) offered += 1;
    } catch (error) {
      failures.push(error);
    }
  }
  // One that fails for reasons of ours keeps no other from its turn, and is tried again after a while.
  if (failures.length > 0) throw failures[0];
  return offered;
}

const actorOf = (clock: Clock) => ({
  ...caller,
  now: clock.now(),
  requestId: newRequestId(),
});

/** A look before the operation, so that the log does not fill with what was not offered. */
const isSomethingFree = (id: Id<'waiting_list_entries'>, clock: Clock): Promise<boolean> =>
  withActor(actorOf(clock), async (tx) => {
    const entry = (await actForWaiting(tx, id)) && (await findWaiting(tx, id));
    return Boolean(entry && (await firstFitting(tx, entry, clock.now())));
  });

async function offerTo(id: Id<'waiting_list_entries'>, clock: Clock): Promise<boolean> {
  const request = { ip: null, userAgent: null, requestId: newRequestId() };
  try {
    return (await run(offerTime, { id }, { caller, clock, request })).offered;
  } catch (error) {
    // Somebody else was faster, or they wait no longer: the next round looks again.
    const isMissed = isOperationError(error) && error.code !== 'internal_error';
    if (!isMissed) throw error;
    return false;
  }
}

export function startWaitingList(clock: Clock): () => Promise<void> {
  const stopping = new AbortController();
  const working = repeat('waiting_list_failed', () => offerTimes(clock), idleMilliseconds, stopping.signal);
  return async () => {
    stopping.abort();
    await working;
  };
}
