import type { Temporal } from 'temporal-polyfill';
import { type Tx, withActor } from '#db/client';
import { countAttempt, deleteSpentCounters, markAttemptsForgiven } from '#db/queries/throttle-counters';
import { blindIndex } from '#lib/crypto/blind-index';
import { keyRing } from '#lib/crypto/key-ring';
import { env } from '#lib/platform/env';
import type { LimitName } from '#lib/platform/limits';
import { newRequestId } from '#lib/platform/request-id';

export interface ThrottleUse {
  readonly limit: LimitName;
  readonly key: string;
}

/** Keyed, because e-mail addresses stand in these keys and a plain hash of one is soon guessed. */
const hashOf = ({ limit, key }: ThrottleUse) => blindIndex('throttle', `${limit}\0${key}`);

/**
 * Counts one use in PostgreSQL, in a transaction of its own: it stays counted whatever becomes of the attempt. A number
 * means refused: try again in so many seconds.
 */
export async function consume(limit: LimitName, key: string, now: Temporal.Instant): Promise<number | null> {
  await keyRing.fresh();
  const { count, seconds } = env().limits[limit];
  const attempt = { keyHash: hashOf({ limit, key }), limit, windowEndsAt: now.add({ seconds }) };
  const counter = await withActor({ kind: 'anonymous', now, requestId: newRequestId() }, async (tx) => {
    const counted = await countAttempt(tx, attempt);
    if (counted.count === 1) await deleteSpentCounters(tx, 10);
    return counted;
  });
  if (counter.count <= count) return null;
  return Math.max(1, Math.ceil(counter.window_ends_at.since(now).total('seconds')));
}

/** What succeeded was no guess: takes its uses back, in the transaction that succeeds. */
export function forgive(tx: Tx, uses: readonly ThrottleUse[]): Promise<void> {
  return markAttemptsForgiven(tx, uses.map(hashOf));
}
