import type { Temporal } from 'temporal-polyfill';

/** Half open: [starts_at, ends_at). */
export interface TimeRange {
  readonly starts_at: Temporal.Instant;
  readonly ends_at: Temporal.Instant;
}
