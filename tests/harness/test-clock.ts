import { Temporal } from 'temporal-polyfill';
import type { Clock } from '#lib/platform/clock';

export interface TestClock extends Clock {
  set(instant: string): void;
  advance(seconds: number): void;
}

/** Time that stands until a test moves it. */
export function testClock(start = '2026-03-02T09:00:00Z'): TestClock {
  let now = Temporal.Instant.from(start);
  return {
    now: () => now,
    set: (instant) => {
      now = Temporal.Instant.from(instant);
    },
    advance: (seconds) => {
      now = now.add({ seconds });
    },
  };
}
