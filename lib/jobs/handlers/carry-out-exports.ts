import { withActor } from '#db/client';
import { deleteSpentExports, listWaitingExports } from '#db/queries/exports';
import { isOperationError } from '#lib/errors/operation-error';
import { writeExportChart } from '#lib/operations/exports/write-chart';
import { run } from '#lib/operations/run';
import type { Clock } from '#lib/platform/clock';
import type { Id } from '#lib/platform/ids';
import { newRequestId } from '#lib/platform/request-id';
import { repeat } from '../repeat';

const batchSize = 20;
const idleMilliseconds = 1000;
const caller = { kind: 'system', job: 'export' } as const;

/**
 * Writes what is asked for, one operation and so one audit event a chart; and removes what nobody may take any more. Two
 * processes that look at once take a chart each.
 *
 * @returns how many charts were written
 */
export async function carryOutExports(clock: Clock): Promise<number> {
  const actor = { ...caller, now: clock.now(), requestId: newRequestId() };
  const due = await withActor(actor, async (tx) => {
    await deleteSpentExports(tx);
    return listWaitingExports(tx, batchSize);
  });
  let written = 0;
  const failures: unknown[] = [];
  for (const id of due) {
    try {
      while (await writeNext(id, clock)) written += 1;
    } catch (error) {
      failures.push(error);
    }
  }
  // One that fails for reasons of ours keeps no other from its turn, and is tried again after a while.
  if (failures.length > 0) throw failures[0];
  return written;
}

async function writeNext(id: Id<'exports'>, clock: Clock): Promise<boolean> {
  const request = { ip: null, userAgent: null, requestId: newRequestId() };
  try {
    return (await run(writeExportChart, { id }, { caller, clock, request })).written;
  } catch (error) {
    // Cancelled or ended since we looked.
    if (isOperationError(error) && error.code === 'not_found') return false;
    throw error;
  }
}

export function startExports(clock: Clock): () => Promise<void> {
  const stopping = new AbortController();
  const working = repeat('exports_failed', () => carryOutExports(clock), idleMilliseconds, stopping.signal);
  return async () => {
    stopping.abort();
    await working;
  };
}
