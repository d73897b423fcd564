import type { ActorContext } from '#db/client';
import type { Clock } from '#lib/platform/clock';
import { newRequestId } from '#lib/platform/request-id';

export type FilesActor = Extract<ActorContext, { kind: 'system' }>;

/** Whoever looks after files. */
export const filesActor = (clock: Clock): FilesActor => ({
  kind: 'system',
  job: 'documents',
  now: clock.now(),
  requestId: newRequestId(),
});
