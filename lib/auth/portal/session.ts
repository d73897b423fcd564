import { cookies } from 'next/headers';
import { cache } from 'react';
import type { SessionRef } from '#db/client';
import { hashToken } from '#lib/crypto/tokens';
import { deployment } from '#lib/platform/deployment';
import type { PortalRole } from '#lib/platform/paths';
import { sessionLimits } from '../session-limits';
import { parseClaims, readClaims, writeClaims } from './claims';
import { cookieOptions, portalCookieName } from './cookie';

interface PortalSession {
  readonly ref: SessionRef;
  readonly roleHint: PortalRole;
}

/** The session that the request's cookie names. Only a claim: each run looks it up. */
export const portalSession = cache(async (): Promise<PortalSession | null> => {
  const jar = await cookies();
  const claims = await readClaims(jar.get(cookieName())?.value);
  return claims && { ref: sessionRef(claims), roleHint: claims.role };
});

export const sessionRef = ({ sid, secret }: { sid: SessionRef['id']; secret: string }): SessionRef => ({
  id: sid,
  secretHash: hashToken(secret),
});

/** What `auth.redeem-ticket` has answered, into next-auth's own cookie: its endpoints then know it too. */
export async function startPortalSession(opened: {
  session_id: string;
  secret: string;
  role: PortalRole;
}): Promise<void> {
  const claims = parseClaims({ sid: opened.session_id, secret: opened.secret, role: opened.role });
  if (!claims) throw new Error('Not a session.');
  const maxAge = sessionLimits('portal', claims.role).absoluteSeconds;
  const jar = await cookies();
  jar.set(cookieName(), await writeClaims(claims, maxAge), { ...cookieOptions('lax'), maxAge });
}

/** The same session under a new secret. */
export async function rewritePortalSecret(secret: string | null): Promise<void> {
  const session = await portalSession();
  if (!session || secret === null) return;
  await startPortalSession({ session_id: session.ref.id, secret, role: session.roleHint });
}

/** The browser forgets. The session itself is ended by `auth.sign-out`. */
export async function forgetPortalSession(): Promise<void> {
  const jar = await cookies();
  jar.set(cookieName(), '', { ...cookieOptions('lax'), maxAge: 0 });
}

const cookieName = () => portalCookieName(deployment().secure);
