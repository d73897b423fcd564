import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '../client';
import type { throttleCounters } from '../schema/throttle-counters';

type CounterRow = Pick<typeof throttleCounters.$inferSelect, 'count' | 'window_ends_at'>;

/**
 * Counts one attempt in one statement, so that parallel attempts each get a number of their own. A window that is
 * over begins anew.
 */
export async function countAttempt(
  tx: Tx,
  attempt: { keyHash: Uint8Array; limit: string; windowEndsAt: Temporal.Instant },
): Promise<CounterRow> {
  const [row] = await tx<CounterRow[]>`
    insert into throttle_counters as c (key_hash, limit_name, count, window_ends_at)
    values (${attempt.keyHash}, ${attempt.limit}, 1, ${attempt.windowEndsAt})
    on conflict (key_hash) do update
       set count = case when c.window_ends_at > app.now() then least(c.count + 1, 1000000) else 1 end,
           window_ends_at = case when c.window_ends_at > app.now() then c.window_ends_at else excluded.window_ends_at end
    returning count, window_ends_at`;
  if (!row) throw new Error('A counter could not be written.');
  return row;
}

/** Takes back what a successful attempt has counted. Locked in one order, so that two sign-ins never wait for each other. */
export async function markAttemptsForgiven(tx: Tx, keyHashes: readonly Uint8Array[]): Promise<void> {
  await tx`
    with held as (
      select key_hash from throttle_counters
       where key_hash in ${tx([...keyHashes])} and window_ends_at > app.now()
       order by key_hash for update)
    update throttle_counters c set count = greatest(c.count - 1, 0) from held where c.key_hash = held.key_hash`;
}

/** Removes a few windows that are over. Whoever opens a new one cleans up, so the table needs no job. */
export async function deleteSpentCounters(tx: Tx, most: number): Promise<void> {
  await tx`
    delete from throttle_counters
     where key_hash in (select key_hash from throttle_counters where window_ends_at <= app.now()
                         limit ${most} for update skip locked)`;
}
