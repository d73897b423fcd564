import { carryOutExports } from '#lib/jobs/handlers/carry-out-exports';
import { startExport } from '#lib/operations/exports/start';
import type { Caller } from '#lib/operations/kernel/caller';
import type { Clock } from '#lib/platform/clock';
import { newId } from '#lib/platform/ids';
import { visitor } from '../factories/visitor';

/** A new export of whoever may have one; for all others, one that never was. */
export async function ownExport(clock: Clock, caller: Caller): Promise<{ id: string }> {
  const asked = await visitor(clock, caller)
    .call(startExport, {})
    .catch(() => null);
  return { id: asked?.id ?? newId('exports') };
}

export async function writtenExport(clock: Clock, caller: Caller): Promise<{ id: string }> {
  const asked = await ownExport(clock, caller);
  await carryOutExports(clock);
  return asked;
}
