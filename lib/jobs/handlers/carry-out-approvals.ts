import { withActor } from '#db/client';
import { listDueApprovals } from '#db/queries/approvals';
import { isOperationError } from '#lib/errors/operation-error';
import { carryOutApproval } from '#lib/operations/approvals/carry-out';
import { run } from '#lib/operations/run';
import type { Clock } from '#lib/platform/clock';
import { newRequestId } from '#lib/platform/request-id';
import { repeat } from '../repeat';

const batchSize = 20;
const idleMilliseconds = 30_000;

/**
 * Does what is due, one operation and so one audit event each. Two processes that look at once do nothing twice: the
 * second one hears that it is done.
 *
 * @returns how many there were
 */
export async function carryOutDueApprovals(clock: Clock): Promise<number> {
  const caller = { kind: 'system', job: 'approvals' } as const;
  const actor = { ...caller, now: clock.now(), requestId: newRequestId() };
  const due = await withActor(actor, (tx) => listDueApprovals(tx, batchSize));
  for (const id of due) {
    const request = { ip: null, userAgent: null, requestId: newRequestId() };
    await run(carryOutApproval, { id }, { caller, clock, request }).catch((error: unknown) => {
      if (!isOperationError(error) || error.code !== 'conflict') throw error;
    });
  }
  return due.length;
}

/** Looks twice a minute: what waits, waits for hours. */
export function startApprovals(clock: Clock): () => Promise<void> {
  const stopping = new AbortController();
  const step = () => carryOutDueApprovals(clock);
  const working = repeat('approvals_failed', step, idleMilliseconds, stopping.signal);
  return async () => {
    stopping.abort();
    await working;
  };
}
