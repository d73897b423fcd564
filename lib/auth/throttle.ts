import type { Temporal } from 'temporal-polyfill';
import { type Tx, withActor } from '#db/client';
import { countAttempt, deleteSpentCounters, markAttemptsForgiven } from '#db/queries/throttle-counters';
import { blindIndex } from '#lib/crypto/blind-index';
import { keyRing } from '#lib/crypto/key-ring';
import { env } from '#lib/platform/env';
import type { LimitName } from '#lib/platform/limits';
import { countInRedis } from '#lib/platform/redis-counter';
import { newRequestId } from '#lib/platform/request-id';

export interface ThrottleUse {
  readonly limit: LimitName;
  readonly key: string;
}

/** Keyed, because e-mail addresses stand in these keys and a plain hash of one is soon guessed. */
const hashOf = ({ limit, key }: ThrottleUse) => blindIndex('throttle', `${limit}\0${key}`);

/** What guards no password and no code, and is never forgiven, may be forgotten with Redis. */
const inRedis: ReadonlySet<LimitName> = new Set([
  'sign_up',
  'sign_up_email',
  'verify_email',
  'invitation',
  'refresh',
  'redeem_ticket',
]);

/**
 * Counts one use, outside the attempt's transaction: it stays counted whatever becomes of that. In PostgreSQL; in Redis
 * where there is one, for what is not guessed at a sign-in. A number means refused: try again in so many seconds.
 */
export async function consume(limit: LimitName, key: string, now: Temporal.Instant): Promise<number | null> {
  await keyRing.fresh();
  const { count, seconds } = env().limits[limit];
  const quick = inRedis.has(limit)
    ? await countInRedis(hashOf({ limit, key }).toString('hex'), seconds)
    : null;
  if (quick) return quick.count <= count ? null : Math.max(1, Math.ceil(quick.seconds));
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
