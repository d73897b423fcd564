import type { Temporal } from 'temporal-polyfill';
import type { SessionRow, Tx } from '#db/client';
import { insertSession, markSessionsEvicted, type SecondFactorKind } from '#db/queries/sessions';
import { insertOrSeeDevice, type SeenDeviceRow } from '#db/queries/user-devices';
import { lockOwnUser } from '#db/queries/users';
import { env } from '#lib/platform/env';
import { type Id, newId } from '#lib/platform/ids';
import { deviceFingerprint, deviceName } from './device';
import { sessionLimits } from './session-limits';

interface SessionGrant {
  readonly userId: Id<'users'>;
  readonly kind: SessionRow['kind'];
  readonly role: SessionRow['role'];
  readonly scopes: readonly string[];
  /** What was proven beside the password, or instead of it; null: nothing. */
  readonly secondFactor: SecondFactorKind | null;
  /** When password, and second factor where there was one, were proven. */
  readonly provenAt: Temporal.Instant;
  /** Of the portal's cookie; null for the API, whose access token is signed. */
  readonly secretHash: Uint8Array | null;
  readonly ip: string | null;
  readonly userAgent: string | null;
  /** Of the browser's long-lived cookie. */
  readonly deviceKey?: string | undefined;
  readonly now: Temporal.Instant;
}

export interface OpenedSession {
  readonly id: Id<'sessions'>;
  readonly expiresAt: Temporal.Instant;
  /** On a device that this account was never used on before, though on others. */
  readonly isNewDevice: boolean;
  readonly deviceId: Id<'user_devices'>;
  /** The others, unused the longest, that were ended to make room. */
  readonly evicted: readonly Id<'sessions'>[];
}

/**
 * A new session, always under a new id (OWASP ASVS 5, 7.2.4). Its owner is acting. Those of browsers and of API clients
 * count together (7.1.2): whoever opens one too many signs out what was unused the longest, never what is being opened.
 */
export async function openSession(tx: Tx, grant: SessionGrant): Promise<OpenedSession> {
  const { userId, kind, role, now } = grant;
  const { absoluteSeconds, idleSeconds } = sessionLimits(kind, role);
  const id = newId('sessions');
  const expiresAt = now.add({ seconds: absoluteSeconds });
  await lockOwnUser(tx);
  const evicted = await markSessionsEvicted(tx, env().sessions[role].most - 1);
  const device = await seeDevice(tx, grant);
  await insertSession(tx, {
    id,
    user_id: userId,
    kind,
    secret_hash: grant.secretHash,
    device_id: device.id,
    assurance: grant.secondFactor === null ? 'aal1' : 'aal2',
    scopes: [...grant.scopes],
    ip_address: grant.ip,
    user_agent: grant.userAgent,
    authenticated_at: grant.provenAt,
    second_factor_at: grant.secondFactor === null ? null : grant.provenAt,
    second_factor_kind: grant.secondFactor,
    last_activity_at: now,
    idle_timeout_seconds: idleSeconds,
    expires_at: expiresAt,
    created_at: now,
  });
  return { id, expiresAt, isNewDevice: device.is_new, deviceId: device.id, evicted };
}

function seeDevice(tx: Tx, { userId, userAgent, deviceKey, now }: SessionGrant): Promise<SeenDeviceRow> {
  const name = deviceName(userAgent);
  const fingerprintHash = deviceFingerprint(userId, name, deviceKey);
  return insertOrSeeDevice(tx, { id: newId('user_devices'), userId, fingerprintHash, name, now });
}
