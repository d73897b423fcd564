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

export interface SeenDeviceRow {
  id: Id<'user_devices'>;
  /** Never seen before, on an account that has been used elsewhere. */
  is_new: boolean;
}

/** Notes that the device has been seen; `id` is for one that is new. A row that this statement made has no `xmax`. */
export async function insertOrSeeDevice(tx: Tx, seen: SeenDevice): Promise<SeenDeviceRow> {
  const [row] = await tx<SeenDeviceRow[]>`
    insert into user_devices as d (id, user_id, fingerprint_hash, name, first_seen_at, last_seen_at)
    values (${seen.id}, ${seen.userId}, ${seen.fingerprintHash}, ${seen.name}, ${seen.now}, ${seen.now})
    on conflict (user_id, fingerprint_hash) do update set last_seen_at = excluded.last_seen_at
    returning d.id, d.xmax = 0 and exists (select 1 from user_devices o where o.user_id = d.user_id) as is_new`;
  if (!row) throw new Error('A device could not be written.');
  return row;
}
