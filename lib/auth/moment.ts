import type { Temporal } from 'temporal-polyfill';

/** When and for which request something short is read outside an operation's own transaction. */
export interface Moment {
  readonly now: Temporal.Instant;
  readonly requestId: string;
}
