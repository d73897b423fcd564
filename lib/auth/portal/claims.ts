import { decode, encode } from 'next-auth/jwt';
import { z } from 'zod';
import { deployment } from '#lib/platform/deployment';
import { sessionId } from '#lib/platform/ids';

/** All that the cookie's encrypted JWT carries. The role is a hint for redirects; the session row decides. */
const claims = z.object({
  sid: sessionId,
  secret: z.string().min(1),
  role: z.enum(['patient', 'doctor', 'admin']),
});

export type PortalClaims = z.output<typeof claims>;

/** What another token says beside these is dropped; what lacks one is no session of ours. */
export function parseClaims(value: unknown): PortalClaims | null {
  const parsed = claims.safeParse(value);
  return parsed.success ? parsed.data : null;
}

export async function readClaims(cookie: string | undefined): Promise<PortalClaims | null> {
  const { portalSecret: secret } = deployment();
  if (!cookie || !secret) return null;
  try {
    return parseClaims(await decode({ token: cookie, secret }));
  } catch {
    return null; // altered, expired, or of another secret
  }
}

/** @throws Error without NEXTAUTH_SECRET: then nobody is let in */
export function writeClaims(session: PortalClaims, maxAge: number): Promise<string> {
  const { portalSecret: secret } = deployment();
  if (!secret) throw new Error('NEXTAUTH_SECRET is not set.');
  const { sid, role } = session;
  return encode({ token: { sid, secret: session.secret, role }, secret, maxAge });
}
