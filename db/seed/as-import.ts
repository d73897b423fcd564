import type { Operation } from '#lib/operations/define';
import { run } from '#lib/operations/run';
import type { Clock } from '#lib/platform/clock';
import { newRequestId } from '#lib/platform/request-id';

export type AsImport = <In, Out>(operation: Operation<In, Out>, input: In) => Promise<Out>;

/** Calls operations as the job that imports. */
export function asImport(clock: Clock): AsImport {
  return (operation, input) =>
    run(operation, input, {
      caller: { kind: 'system', job: 'import' },
      request: { ip: null, userAgent: null, requestId: newRequestId() },
      clock,
    });
}
