import type { Temporal } from 'temporal-polyfill';
import { OperationError } from '#lib/errors/operation-error';
import type { LimitName } from '#lib/platform/limits';
import { singleton } from '#lib/platform/singleton';
import type { RunContext } from './caller';
import type { ErasedDeclaration } from './declaration';

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

/** Every key counts before the first refusal is told, so that one exhausted key does not hide guesses on another. */
export async function throttle(
  declaration: ErasedDeclaration,
  context: RunContext,
  input: unknown,
): Promise<void> {
  const keys = declaration.throttle?.({ input, caller: context.caller, request: context.request }) ?? [];
  if (keys.length === 0) return;
  const now = context.clock.now();
  const waits = await Promise.all(keys.map(({ limit, key }) => port.consume(limit, key, now)));
  const longest = Math.max(...waits.map((seconds) => seconds ?? 0));
  if (longest > 0) throw new OperationError('too_many_requests', { retryAfterSeconds: Math.ceil(longest) });
}
