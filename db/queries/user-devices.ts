import type { Temporal } from 'temporal-polyfill';
import type { Id } from '#lib/platform/ids';
import type { Tx } from '../client';
import type { userDevices } from '../schema/user-devices';

type Device = typeof userDevices.$inferSelect;

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

/**
 * Notes that the device has been seen; `id` is for one that is new. A row that this statement made has no `xmax`, and one
 * that was removed is as new as that.
 */
export async function insertOrSeeDevice(tx: Tx, seen: SeenDevice): Promise<SeenDeviceRow> {
  const [row] = await tx<SeenDeviceRow[]>`
    with before as (
      select removed_at from user_devices where user_id = ${seen.userId} and fingerprint_hash = ${seen.fingerprintHash})
    insert into user_devices as d (id, user_id, fingerprint_hash, name, first_seen_at, last_seen_at)
    values (${seen.id}, ${seen.userId}, ${seen.fingerprintHash}, ${seen.name}, ${seen.now}, ${seen.now})
    on conflict (user_id, fingerprint_hash) do update set last_seen_at = excluded.last_seen_at, removed_at = null
    returning d.id,
      (d.xmax = 0 or exists (select 1 from before where removed_at is not null))
        and exists (select 1 from user_devices o where o.user_id = d.user_id) as is_new`;
  if (!row) throw new Error('A device could not be written.');
  return row;
}

export interface DeviceListRow
  extends Pick<Device, 'id' | 'name' | 'first_seen_at' | 'last_seen_at' | 'trusted_until'> {
  ip_address: string | null;
  /** Live ones. */
  sessions: number;
  current: boolean;
}

/** The actor's devices that were not removed, the one used last first, with the address of its newest session. */
export function listDevices(tx: Tx, sessionId: Id<'sessions'>): Promise<DeviceListRow[]> {
  return tx<DeviceListRow[]>`
    select d.id, d.name, d.first_seen_at, d.last_seen_at,
           case when d.trusted_until > app.now() then d.trusted_until end as trusted_until,
           newest.ip_address, live.sessions, live.current
      from user_devices d
      left join lateral (
        select s.ip_address from sessions s where s.user_id = d.user_id and s.device_id = d.id
         order by s.created_at desc limit 1) newest on true
      cross join lateral (
        select count(*)::integer as sessions, coalesce(bool_or(s.id = ${sessionId}), false) as current
          from sessions s
         where s.user_id = d.user_id and s.device_id = d.id and s.revoked_at is null and s.expires_at > app.now()
           and (s.idle_timeout_seconds is null
                or s.last_activity_at > app.now() - make_interval(secs => s.idle_timeout_seconds))) live
     where d.user_id = app.user_id() and d.removed_at is null
     order by d.last_seen_at desc, d.id desc
     limit 200`;
}

/** A device of the actor, held until the end of the transaction; false for one that is not there or not theirs. */
export async function lockDevice(tx: Tx, id: Id<'user_devices'>): Promise<boolean> {
  const rows = await tx`
    select 1 from user_devices where id = ${id} and user_id = app.user_id() and removed_at is null for update`;
  return rows.length === 1;
}

export async function markDeviceRemoved(tx: Tx, id: Id<'user_devices'>): Promise<void> {
  await tx`update user_devices set removed_at = app.now(), trusted_until = null where id = ${id}`;
}

export async function markDeviceTrusted(
  tx: Tx,
  id: Id<'user_devices'>,
  until: Temporal.Instant,
): Promise<void> {
  await tx`update user_devices set trusted_until = ${until} where id = ${id}`;
}

export async function findTrustedDevice(tx: Tx, fingerprintHash: Uint8Array): Promise<boolean> {
  const rows = await tx`
    select 1 from user_devices
     where user_id = app.user_id() and fingerprint_hash = ${fingerprintHash} and removed_at is null
       and trusted_until > app.now()`;
  return rows.length === 1;
}
