import { cookies } from 'next/headers';
import { decode, encode } from 'next-auth/jwt';
import { z } from 'zod';
import { deployment } from '#lib/platform/deployment';
import { sessionId } from '#lib/platform/ids';
import { cookieOptions, recoveryCodesCookieName } from './cookie';
import { portalSession } from './session';

const claims = z.object({ sid: sessionId, codes: z.array(z.string()) });
const maxAge = 10 * 60;
const name = () => recoveryCodesCookieName(deployment().secure);

/**
 * New codes on their way from the form that made them to the page that shows them, also without script: encrypted, for
 * ten minutes, and for the session that made them. The database has their hashes only.
 */
export async function keepRecoveryCodes(codes: readonly string[]): Promise<void> {
  const [{ portalSecret: secret }, session] = [deployment(), await portalSession()];
  if (!secret || !session) return;
  const jar = await cookies();
  const token = await encode({ token: { sid: session.ref.id, codes }, secret, maxAge });
  jar.set(name(), token, { ...cookieOptions('strict'), maxAge });
}

export async function keptRecoveryCodes(): Promise<readonly string[]> {
  const [{ portalSecret: secret }, session] = [deployment(), await portalSession()];
  const cookie = (await cookies()).get(name())?.value;
  if (!cookie || !secret || !session) return [];
  const kept = claims.safeParse(await decode({ token: cookie, secret }).catch(() => null)).data;
  return kept?.sid === session.ref.id ? kept.codes : [];
}

export async function forgetRecoveryCodes(): Promise<void> {
  const jar = await cookies();
  jar.set(name(), '', { ...cookieOptions('strict'), maxAge: 0 });
}
