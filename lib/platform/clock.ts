import { Temporal } from 'temporal-polyfill';

/** The only source of domain time. Passed in, so that a test can stop it. */
export interface Clock {
  now(): Temporal.Instant;
}

export const systemClock: Clock = { now: () => Temporal.Now.instant() };
