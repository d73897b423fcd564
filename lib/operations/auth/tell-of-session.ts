import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '#db/client';
import type { OpenedSession } from '#lib/auth/session';
import type { AuditNotes } from '../kernel/declaration';
import { tellOwner } from '../users/tell-owner';

interface Work {
  readonly tx: Tx;
  readonly now: Temporal.Instant;
  audit(notes: AuditNotes): void;
}

/**
 * The owner, who is acting, hears of a sign-in from where there was none before (OWASP ASVS 5, 6.3.5), and by one mail
 * of all that was signed out to make room for it (S12). The event names those sessions.
 */
export async function tellOfSession(
  { tx, now, audit }: Work,
  { isNewDevice, evicted }: OpenedSession,
): Promise<void> {
  if (isNewDevice) await tellOwner(tx, { template: 'new_sign_in', params: { at: now } }, now);
  if (evicted.length === 0) return;
  audit({ additional_info: { evicted: evicted.join(' ') } });
  await tellOwner(tx, { template: 'session_evicted', params: { count: evicted.length } }, now);
}
