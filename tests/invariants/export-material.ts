import { startExport } from '#lib/operations/exports/start';
import { writeExportChart } from '#lib/operations/exports/write-chart';
import type { Caller } from '#lib/operations/kernel/caller';
import type { Clock } from '#lib/platform/clock';
import { newId } from '#lib/platform/ids';
import { visitor } from '../factories/visitor';

/** A new export of whoever may have one; null for all others. */
async function asked(clock: Clock, caller: Caller, types: string[]): Promise<{ id: string } | null> {
  return visitor(clock, caller)
    .call(startExport, { types })
    .catch(() => null);
}

/** For all others, one that never was. */
export async function ownExport(clock: Clock, caller: Caller): Promise<{ id: string }> {
  const { id } = (await asked(clock, caller, ['Patient'])) ?? { id: newId('exports') };
  return { id };
}

/** Of patients alone: a doctor's panel is here hundreds of charts that other examples have used up. */
export async function writtenExport(clock: Clock, caller: Caller, type = 'Patient'): Promise<{ id: string }> {
  const own = isPatient(caller) ? await asked(clock, caller, [type]) : null;
  if (!own) return { id: newId('exports') };
  const job = visitor(clock, { kind: 'system', job: 'export' });
  for (let more = true; more; ) more = (await job.call(writeExportChart, { id: own.id })).written;
  return { id: own.id };
}

const isPatient = (caller: Caller) => caller.kind === 'user' && !caller.scopes.includes('write:records');
