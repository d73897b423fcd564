import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { SessionRef } from '#db/client';
import { blindIndex } from '#lib/crypto/blind-index';
import { constantTimeEqual } from '#lib/crypto/tokens';
import { forgetCached, readCached, writeCached } from '#lib/platform/redis-cache';

/** So late, at most, does a page that only asks hear of an end. Each request of a person asks PostgreSQL. */
const lifeMilliseconds = 500;

const entry = z.strictObject({
  seen_at: z.string(),
  idle_ends_at: z.string().nullable(),
  expires_at: z.string(),
  proof: z.string(),
});

type Ends = Pick<z.output<typeof entry>, 'idle_ends_at' | 'expires_at'>;

/** Neither id nor secret of a session stands in Redis. */
const nameOf = (id: SessionRef['id']) => blindIndex('session_state', id).toString('hex');

/** Redis is believed only what a process of ours has written, for this session, opened by this secret. */
function proofOf({ id, secretHash }: SessionRef, seenAt: string, { idle_ends_at, expires_at }: Ends): string {
  const secret = secretHash && Buffer.from(secretHash).toString('hex');
  return blindIndex('session_state', JSON.stringify([id, secret, seenAt, idle_ends_at, expires_at])).toString(
    'hex',
  );
}

/** When the live session that was looked up a moment ago would end; null where Redis does not know, or is not believed. */
export async function keptEnds(ref: SessionRef, now: Temporal.Instant): Promise<Ends | null> {
  const text = await readCached(nameOf(ref.id));
  if (text === null) return null;
  const found = parse(text);
  if (!found || !constantTimeEqual(found.proof, proofOf(ref, found.seen_at, found))) return null;
  const { seen_at, idle_ends_at, expires_at } = found;
  const age = now.since(Temporal.Instant.from(seen_at)).total('milliseconds');
  const isOver = [idle_ends_at, expires_at].some((end) => end !== null && isPast(end, now));
  return age >= 0 && age < lifeMilliseconds && !isOver ? { idle_ends_at, expires_at } : null;
}

/** `seenAt` is from before the database was asked: what ended after it is never shown longer than the entry lives. */
export async function keepEnds(ref: SessionRef, ends: Ends, seenAt: Temporal.Instant): Promise<void> {
  const seen_at = seenAt.toString();
  const { idle_ends_at, expires_at } = ends;
  const value = { seen_at, idle_ends_at, expires_at, proof: proofOf(ref, seen_at, ends) };
  await writeCached(nameOf(ref.id), JSON.stringify(value), lifeMilliseconds);
}

/** The session has just changed by an act of its own. */
export const forgetEnds = ({ id }: SessionRef): Promise<void> => forgetCached(nameOf(id));

const isPast = (end: string, now: Temporal.Instant) =>
  Temporal.Instant.compare(Temporal.Instant.from(end), now) <= 0;

function parse(text: string): z.output<typeof entry> | null {
  try {
    return entry.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
