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
  await spend(declaration.throttle?.({ input, caller, request }) ?? [], clock.now());
}

/**
 * Counts one use of each key; for `prepare`, where a key is known only after a look. Every key counts before the first
 * refusal is told, so that one exhausted key does not hide guesses on another.
 *
 * @throws OperationError `too_many_requests` with the longest wait
 */
export async function spend(keys: readonly ThrottleKey[], now: Temporal.Instant): Promise<void> {
  if (keys.length === 0) return;
  const waits = await Promise.all(keys.map(({ limit, key }) => port.consume(limit, key, now)));
  const longest = Math.max(...waits.map((seconds) => seconds ?? 0));
  if (longest > 0) throw new OperationError('too_many_requests', { retryAfterSeconds: Math.ceil(longest) });
}
