import type { Operation } from '#lib/operations/define';
import type { Caller } from '#lib/operations/kernel/caller';
import type { SystemJob } from '#lib/policy/jobs';
import { scopesOfRole } from '#lib/policy/scopes';
import { type Attempt, attempt } from './attempt';
import type { ExampleChart } from './example-chart';
import type { ExampleClinic } from './example-clinic';
import { exampleInput } from './example-input';
import type { Viewer } from './viewers';

/** Somebody, or a job, for whom an operation's example ends well. */
export type Performer = Viewer | { readonly job: SystemJob };

const likely: readonly Viewer[] = [
  { role: 'patient', relation: 'self' },
  { role: 'doctor', relation: 'treating' },
  { role: 'admin', relation: 'none' },
];
const nobody: Viewer = { role: 'anonymous', relation: 'none' };
const aPatient: Viewer = { role: 'patient', relation: 'self' };

/** Everything that a run needs, made anew for it. */
export interface ReadyRun {
  readonly operation: Operation;
  readonly performer: Performer;
  readonly viewer: Viewer;
  readonly caller: Caller;
  readonly chart: ExampleChart;
  readonly input: unknown;
}

export interface GoodRun extends ReadyRun, Attempt {}

/** The operation and who may do it; the example is ready to be run. */
export async function readyRun(
  clinic: ExampleClinic,
  operation: Operation,
  performer: Performer,
): Promise<ReadyRun> {
  const viewer = 'job' in performer ? aPatient : performer;
  const caller: Caller =
    'job' in performer ? { kind: 'system', job: performer.job } : await clinic.callerOf(performer);
  const chart = await clinic.chartOf(viewer);
  const input = await exampleInput(operation, { ...clinic, chart, caller });
  return { operation, performer, viewer, caller, chart, input };
}

/** Runs the example by the first for whom it ends well. @throws where there is nobody */
export async function runWell(clinic: ExampleClinic, operation: Operation): Promise<GoodRun> {
  const told: string[] = [];
  for (const performer of performersOf(operation)) {
    const ready = await readyRun(clinic, operation, performer);
    const done = await attempt(operation, ready.input, { caller: ready.caller, clock: clinic.clock });
    if (!done.error) {
      if (operation.declaration.kind === 'command') clinic.spend(ready.viewer);
      return { ...ready, ...done };
    }
    told.push(done.error.code);
  }
  throw new Error(`The example of ${operation.name} ends well for nobody: ${told.join(', ')}`);
}

function performersOf({ declaration }: Operation): readonly Performer[] {
  if (declaration.public) return [nobody];
  const holds = ({ role }: Viewer) =>
    role !== 'anonymous' && scopesOfRole[role].some((scope) => scope === declaration.permission);
  return [...(declaration.jobs ?? []).map((job) => ({ job })), ...likely.filter(holds)];
}
