import { decode } from 'next-auth/jwt';
import { deployment } from '#lib/platform/deployment';
import type { PortalRole } from '#lib/platform/paths';

const roles: readonly string[] = ['patient', 'doctor', 'admin'] satisfies PortalRole[];

const isRole = (value: unknown): value is PortalRole => typeof value === 'string' && roles.includes(value);

/**
 * The role that the cookie claims, for redirects only. The session row decides: it may be revoked or changed since.
 */
export async function readRoleHint(cookie: string | undefined): Promise<PortalRole | null> {
  const { portalSecret: secret } = deployment();
  if (!cookie || !secret) return null;
  try {
    const claims = await decode({ token: cookie, secret });
    return isRole(claims?.role) ? claims.role : null;
  } catch {
    return null;
  }
}
