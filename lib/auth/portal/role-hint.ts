import type { PortalRole } from '#lib/platform/paths';
import { readClaims } from './claims';

/**
 * The role that the cookie claims, for redirects only. The session row decides: it may be revoked or changed since.
 */
export async function readRoleHint(cookie: string | undefined): Promise<PortalRole | null> {
  return (await readClaims(cookie))?.role ?? null;
}
