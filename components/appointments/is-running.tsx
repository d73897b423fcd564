import { Temporal } from 'temporal-polyfill';
import type { VisitView } from './visit';

/** A visit that is held at this moment. */
export function isRunning({ status, scheduled_at, ends_at }: VisitView, now: string): boolean {
  const moment = Temporal.Instant.from(now);
  return (
    status === 'scheduled' &&
    Temporal.Instant.compare(Temporal.Instant.from(scheduled_at), moment) <= 0 &&
    Temporal.Instant.compare(moment, Temporal.Instant.from(ends_at)) < 0
  );
}
