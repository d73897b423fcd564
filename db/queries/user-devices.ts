import type { Temporal } from 'temporal-polyfill';
import type { Id } from '#lib/platform/ids';
import type { Tx } from '../client';

interface SeenDevice {
  id: Id<'user_devices'>;
  userId: Id<'users'>;
  fingerprintHash: Uint8Array;
  name: string;
  now: Temporal.Instant;
}

/** Notes that the device has been seen; `id` is for one that is new. Returns the id under which it is known. */
export async function insertOrSeeDevice(tx: Tx, seen: SeenDevice): Promise<Id<'user_devices'>> {
  const [row] = await tx<{ id: Id<'user_devices'> }[]>`
    insert into user_devices (id, user_id, fingerprint_hash, name, first_seen_at, last_seen_at)
    values (${seen.id}, ${seen.userId}, ${seen.fingerprintHash}, ${seen.name}, ${seen.now}, ${seen.now})
    on conflict (user_id, fingerprint_hash) do update set last_seen_at = excluded.last_seen_at
    returning id`;
  if (!row) throw new Error('A device could not be written.');
  return row.id;
}
