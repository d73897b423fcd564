import type { Operation } from '#lib/operations/define';
import type { Caller } from '#lib/operations/kernel/caller';
import { jobPermissions, type SystemJob } from '#lib/policy/jobs';
import { type Attempt, attempt } from './attempt';
import type { ExampleChart } from './example-chart';
import type { ExampleClinic } from './example-clinic';
import { exampleInput, isAboutChart } from './example-input';
import { type Viewer, viewers } from './viewers';

/** One operation, asked for by one viewer. */
export interface Cell extends Attempt {
  /** The operation, and whose things were asked for where it can be said. */
  readonly question: string;
  readonly viewer: Viewer;
  readonly chart: ExampleChart;
  /** The input names the chart or something in it. */
  readonly aboutChart: boolean;
}

export interface JobCell extends Attempt {
  readonly job: SystemJob;
}

const aPatient: Viewer = { role: 'patient', relation: 'self' };

/** Every operation that asks for a permission, by everybody. */
export async function runMatrix(clinic: ExampleClinic, operations: readonly Operation[]): Promise<Cell[]> {
  const cells: Cell[] = [];
  for (const operation of operations) {
    if (operation.declaration.public) continue;
    for (const named of namesPatient(operation) ? [false, true] : [false]) {
      for (const viewer of viewers) cells.push(await cellOf(clinic, operation, viewer, named));
    }
  }
  return cells;
}

/** Can the input say whose chart is meant, and does the example leave it to the session? */
function namesPatient({ declaration: { input, example } }: Operation): boolean {
  const shape = 'shape' in input ? (input.shape as object) : {};
  return 'patient_id' in shape && !JSON.stringify(example?.input ?? null).includes('patient_id');
}

async function cellOf(
  clinic: ExampleClinic,
  operation: Operation,
  viewer: Viewer,
  named: boolean,
): Promise<Cell> {
  const [chart, caller] = [await clinic.chartOf(viewer), await clinic.callerOf(viewer)];
  const input = await exampleInput(operation, { ...clinic, chart, caller });
  const asked = named ? { ...(input as object), patient_id: chart.patient } : input;
  const done = await attempt(operation, asked, { caller, clock: clinic.clock });
  if (!done.error && operation.declaration.kind === 'command') clinic.spend(viewer);
  const question = named ? `${operation.name} of a patient` : operation.name;
  return { ...done, question, viewer, chart, aboutChart: named || isAboutChart(operation) };
}

/** Every operation that asks for a permission, by every job. */
export async function runJobs(clinic: ExampleClinic, operations: readonly Operation[]): Promise<JobCell[]> {
  const cells: JobCell[] = [];
  for (const operation of operations.filter(({ declaration }) => !declaration.public)) {
    for (const job of Object.keys(jobPermissions) as SystemJob[]) {
      const caller: Caller = { kind: 'system', job };
      const chart = await clinic.chartOf(aPatient);
      const input = await exampleInput(operation, { ...clinic, chart, caller });
      const done = await attempt(operation, input, { caller, clock: clinic.clock });
      cells.push({ ...done, job });
    }
  }
  return cells;
}
