import type { Temporal } from 'temporal-polyfill';
import { OperationError } from '#lib/errors/operation-error';
import type { LimitName } from '#lib/platform/limits';
import { singleton } from '#lib/platform/singleton';
import type { RunContext } from './caller';
import type { ErasedDeclaration, ThrottleKey } from './declaration';

/** Counts one use of a key. A number means refused: try again in so many seconds. */
export type Consume = (limit: LimitName, key: string, now: Temporal.Instant) => Promise<number | null>;

// Where nobody has set a counter, a throttled operation fails instead of running without one.
const port = singleton<{ consume: Consume }>('throttle-port', () => ({
  consume: () => Promise.reject(new Error('No throttle is configured')),
}));

/** Called by the composition roots, so that the kernel knows no store. */
export function setThrottle(consume: Consume): void {
  port.consume = consume;
}

/** The keys that the declaration names, before anything is looked up. */
export async function throttle(
  declaration: ErasedDeclaration,
  { caller, request, clock }: RunContext,
  input: unknown,
): Promise<void> {
  if (declaration.throttle) await spend(declaration.throttle({ input, caller, request }), clock.now());
}

/**
 * Counts one use of each key, the narrowest first; for `prepare`, where a key is known only after a look. What a key
 * refuses was no try, so the wider ones after it do not count it: else one place that goes on sending would use up what
 * is everybody's, and lock the owner of an account out everywhere.
 *
 * @throws OperationError `too_many_requests`
 */
export async function spend(keys: readonly ThrottleKey[], now: Temporal.Instant): Promise<void> {
  for (const { limit, key } of keys) {
    const seconds = await port.consume(limit, key, now);
    if (seconds) throw new OperationError('too_many_requests', { retryAfterSeconds: Math.ceil(seconds) });
  }
}
