import type { Id } from '#lib/platform/ids';
import type { SessionRef, Statement, Tx } from '../client';
import { insertRow } from '../rows';
import { sessions } from '../schema/sessions';
import type { userDevices } from '../schema/user-devices';
import { markTicketsVoid } from './single-use-tickets';

type Session = typeof sessions.$inferSelect;

type SessionListRow = Pick<Session, 'id' | 'ip_address' | 'created_at' | 'last_activity_at'> & {
  second_factor: SecondFactorKind | null;
  device: (typeof userDevices.$inferSelect)['name'] | null;
};

/** The actor's sessions that still open a door, the most recently used one first. */
export function listLiveSessions(tx: Tx): Promise<SessionListRow[]> {
  return tx<SessionListRow[]>`
    select s.id, d.name as device, s.ip_address, s.created_at, s.last_activity_at,
           s.second_factor_kind as second_factor
      from sessions s left join user_devices d on d.id = s.device_id
     where s.user_id = app.user_id() and s.revoked_at is null and s.expires_at > app.now()
       and (s.idle_timeout_seconds is null
            or s.last_activity_at > app.now() - make_interval(secs => s.idle_timeout_seconds))
     order by s.last_activity_at desc, s.id desc
     limit 200`;
}

export interface SessionStateRow
  extends Pick<Session, 'last_activity_at' | 'idle_timeout_seconds' | 'expires_at' | 'revoked_at'> {
  revoked_reason: RevocationReason | null;
  /** The account may be signed in to. */
  is_open: boolean;
}

/** By id and secret, whatever has become of it; for nobody's transaction, and no activity. */
export async function findSessionState(
  tx: Tx,
  { id, secretHash }: SessionRef,
): Promise<SessionStateRow | null> {
  const [row] = await tx<SessionStateRow[]>`select * from app.session_state(${id}, ${secretHash})`;
  return row ?? null;
}

type RevocationReason =
  | 'signed_out'
  | 'ended_by_owner'
  | 'ended_by_admin'
  | 'evicted'
  | 'device_removed'
  | 'refresh_reused'
  | 'factor_changed'
  | 'password_changed'
  | 'account_deleted'
  | 'account_disabled'
  | 'role_changed'
  | 'recovery';

/** Ends one session of the actor; an ended one stays ended for the reason it was first given. */
export async function markSessionRevoked(
  tx: Tx,
  id: Id<'sessions'>,
  reason: RevocationReason,
): Promise<void> {
  await tx`
    update sessions set revoked_at = app.now(), revoked_reason = ${reason}
     where id = ${id} and revoked_at is null`;
}

/**
 * Leaves the actor the `kept` sessions that were used last, so that one more may be opened. The caller holds the account:
 * parallel sign-ins stand in line.
 */
export async function markSessionsEvicted(tx: Tx, kept: number): Promise<Id<'sessions'>[]> {
  const rows = await tx<Pick<Session, 'id'>[]>`
    update sessions set revoked_at = app.now(), revoked_reason = 'evicted'
     where id in (
       select s.id from sessions s
        where s.user_id = app.user_id() and s.revoked_at is null and s.expires_at > app.now()
          and (s.idle_timeout_seconds is null
               or s.last_activity_at > app.now() - make_interval(secs => s.idle_timeout_seconds))
        order by s.last_activity_at desc, s.created_at desc, s.id desc offset ${kept})
    returning id`;
  return rows.map(({ id }) => id);
}

/** A live session of the actor, held until the end of the transaction; false for one that has ended or is not theirs. */
export async function lockLiveSession(tx: Tx, id: Id<'sessions'>): Promise<boolean> {
  const rows = await tx`
    select 1 from sessions s
     where s.id = ${id} and s.user_id = app.user_id() and s.revoked_at is null and s.expires_at > app.now()
       and (s.idle_timeout_seconds is null
            or s.last_activity_at > app.now() - make_interval(secs => s.idle_timeout_seconds))
       for update`;
  return rows.length === 1;
}

/** The actor is there: the session was active now. */
export async function extendSession(
  tx: Tx,
  id: Id<'sessions'>,
): Promise<Pick<Session, 'last_activity_at' | 'idle_timeout_seconds' | 'expires_at'> | null> {
  const [row] = await tx<Pick<Session, 'last_activity_at' | 'idle_timeout_seconds' | 'expires_at'>[]>`
    update sessions set last_activity_at = app.now() where id = ${id} and revoked_at is null
    returning last_activity_at, idle_timeout_seconds, expires_at`;
  return row ?? null;
}

/** Ends every session that was opened on the device. */
export async function markDeviceSessionsRevoked(tx: Tx, id: Id<'user_devices'>): Promise<number> {
  const { count } = await tx`
    update sessions set revoked_at = app.now(), revoked_reason = 'device_removed'
     where device_id = ${id} and user_id = app.user_id() and revoked_at is null`;
  return count;
}

/** Ends every session of the actor but `kept`, trust in browsers and a wish for another address: any may be a thief's. */
export async function markSessionsRevoked(
  tx: Tx,
  kept: Id<'sessions'> | null,
  reason: RevocationReason,
): Promise<number> {
  const { count } = await tx`
    update sessions set revoked_at = app.now(), revoked_reason = ${reason}
     where user_id = app.user_id() and revoked_at is null and id is distinct from ${kept}::uuid`;
  await tx`update user_devices set trusted_until = null where trusted_until is not null`;
  await markTicketsVoid(tx, ['email_change']);
  return count;
}

/** Somebody, or its own browser, has ended this session of the actor. */
export async function isSessionRevoked(tx: Tx, id: Id<'sessions'>): Promise<boolean> {
  const rows =
    await tx`select 1 from sessions where id = ${id} and user_id = app.user_id() and revoked_at is null`;
  return rows.length === 0;
}

export const secondFactorKinds = ['totp', 'sms', 'webauthn', 'recovery_code', 'sso'] as const;
export type SecondFactorKind = (typeof secondFactorKinds)[number];

/** The session has answered a second factor of this kind. */
export async function markSecondFactor(tx: Tx, id: Id<'sessions'>, kind: SecondFactorKind): Promise<void> {
  await tx`
    update sessions set assurance = 'aal2', second_factor_at = app.now(), second_factor_kind = ${kind}
     where id = ${id}`;
}

/** The session has given the account's password again. */
export async function markAuthenticated(tx: Tx, id: Id<'sessions'>): Promise<void> {
  await tx`update sessions set authenticated_at = app.now() where id = ${id}`;
}

/** The actor's portal session is opened by another secret from here on. */
export async function renewSessionSecret(
  tx: Tx,
  id: Id<'sessions'>,
  secretHash: Uint8Array,
): Promise<boolean> {
  const [row] = await tx<{ renewed: boolean }[]>`
    select app.renew_session_secret(id, secret_hash, ${secretHash}) as renewed from sessions where id = ${id}`;
  return row?.renewed ?? false;
}

export function insertSession(tx: Tx, row: typeof sessions.$inferInsert): Statement {
  return insertRow(tx, sessions, row);
}
