import { withActor } from '#db/client';
import { deleteSpentChunks, listWaitingImports } from '#db/queries/fhir-imports';
import { keyRing } from '#lib/crypto/key-ring';
import { isOperationError } from '#lib/errors/operation-error';
import { checkChunk, type ValidateResource } from '#lib/operations/imports/check-chunk';
import { finishImport } from '#lib/operations/imports/finish';
import { run } from '#lib/operations/run';
import type { Clock } from '#lib/platform/clock';
import type { Id } from '#lib/platform/ids';
import { log } from '#lib/platform/log';
import { newRequestId } from '#lib/platform/request-id';
import { repeat } from '../repeat';

const batchSize = 20;
const idleMilliseconds = 1000;
const caller = { kind: 'system', job: 'import' } as const;

const actorOf = (clock: Clock) => ({ ...caller, now: clock.now(), requestId: newRequestId() });

/**
 * Carries out one import: a step for each run of entries, then one transaction that writes. A process that is killed
 * between two steps is followed by whichever looks next, and two that look at once do nothing twice.
 *
 * @returns whether it has ended by this
 */
export async function carryOutImport(
  id: Id<'imports'>,
  clock: Clock,
  validate: ValidateResource,
  tell: (checked: number) => void = () => {},
): Promise<boolean> {
  await keyRing.fresh();
  const step = () => withActor(actorOf(clock), (tx) => checkChunk(tx, id, validate));
  for (let checked = await step(); checked > 0; checked = await step()) tell(checked);
  const request = { ip: null, userAgent: null, requestId: newRequestId() };
  try {
    await run(finishImport, { id }, { caller, clock, request });
    return true;
  } catch (error) {
    // Another process has a part of it, or its maker has cancelled it.
    if (isOperationError(error) && ['conflict', 'not_found'].includes(error.code)) return false;
    throw error;
  }
}

/** @returns how many have ended: one that fails for reasons of ours keeps no other from its turn, and is tried again */
export async function carryOutDueImports(clock: Clock, validate: ValidateResource): Promise<number> {
  const due = await withActor(actorOf(clock), async (tx) => {
    await deleteSpentChunks(tx);
    return listWaitingImports(tx, batchSize);
  });
  let ended = 0;
  for (const id of due) {
    try {
      if (await carryOutImport(id, clock, validate)) ended += 1;
    } catch (error) {
      log().error('import_failed', error, { import: id });
    }
  }
  return ended;
}

export function startImports(clock: Clock, validate: ValidateResource): () => Promise<void> {
  const stopping = new AbortController();
  const step = () => carryOutDueImports(clock, validate);
  const working = repeat('imports_failed', step, idleMilliseconds, stopping.signal);
  return async () => {
    stopping.abort();
    await working;
  };
}
