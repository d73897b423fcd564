import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '#db/client';
import { findTrustedDevice, markDeviceTrusted } from '#db/queries/user-devices';
import type { Id } from '#lib/platform/ids';
import { needsSecondFactor, type Role } from '#lib/policy/roles';
import { deviceFingerprint, deviceName } from './device';

const trustDays = 30;

/** Doctors and admins show their second factor at each sign-in (NIST SP 800-63B, 2.2.1). */
export const mayTrustDevices = (role: Role): boolean => !needsSecondFactor(role);

/** For 30 days a patient's password is enough on this browser. */
export async function trustDevice(
  tx: Tx,
  { deviceId, role, now }: { deviceId: Id<'user_devices'>; role: Role; now: Temporal.Instant },
): Promise<void> {
  if (mayTrustDevices(role)) await markDeviceTrusted(tx, deviceId, now.add({ hours: trustDays * 24 }));
}

interface Browser {
  readonly userId: Id<'users'>;
  readonly role: Role;
  /** Of the browser's long-lived cookie: without it no browser is known again. */
  readonly deviceKey: string | undefined;
  readonly userAgent: string | null;
}

/** Whether this account's owner, who is acting, has trusted this browser and still does. */
export async function isTrusted(tx: Tx, { userId, role, deviceKey, userAgent }: Browser): Promise<boolean> {
  if (!mayTrustDevices(role) || deviceKey === undefined) return false;
  return findTrustedDevice(tx, deviceFingerprint(userId, deviceName(userAgent), deviceKey));
}
