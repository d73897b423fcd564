import type { RunContext } from '#lib/operations/kernel/caller';
import { systemClock } from '#lib/platform/clock';
import { newRequestId } from '#lib/platform/request-id';
import type { SystemJob } from '#lib/policy/jobs';

/** For what runs without a person: a command, an import, the demo's mailbox. */
export const asJob = (job: SystemJob): RunContext => ({
  caller: { kind: 'system', job },
  request: { ip: null, userAgent: null, requestId: newRequestId() },
  clock: systemClock,
});
