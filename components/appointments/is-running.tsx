import { Temporal } from 'temporal-polyfill';
import type { VisitState, VisitView } from './visit';

/** A visit that is held at this moment: somebody has said so, or its time is now. */
export function isRunning(
  { state, scheduled_at, ends_at }: Pick<VisitView, 'scheduled_at' | 'ends_at'> & { state: VisitState },
  now: string,
): boolean {
  const moment = Temporal.Instant.from(now);
  return (
    state === 'in_progress' ||
    ((state === 'scheduled' || state === 'arrived') &&
      Temporal.Instant.compare(Temporal.Instant.from(scheduled_at), moment) <= 0 &&
      Temporal.Instant.compare(moment, Temporal.Instant.from(ends_at)) < 0)
  );
}
