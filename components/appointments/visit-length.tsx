import { Temporal } from 'temporal-polyfill';
import type { VisitView } from './visit';

export function minutesOf({ scheduled_at, ends_at }: Pick<VisitView, 'scheduled_at' | 'ends_at'>): number {
  return Math.round(
    Temporal.Instant.from(scheduled_at).until(Temporal.Instant.from(ends_at)).total('minutes'),
  );
}
