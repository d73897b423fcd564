import { cookies } from 'next/headers';
import { decode, encode } from 'next-auth/jwt';
import { z } from 'zod';
import { deployment } from '#lib/platform/deployment';
import { cookieOptions, panelSearchCookieName } from './cookie';

const claims = z.object({ q: z.string().max(200) });
const maxAge = 15 * 60;
const name = () => panelSearchCookieName(deployment().secure);

/**
 * A patient's name that a doctor looks for. In an address it would stay in histories and logs, so it travels in an
 * encrypted cookie from the form to the list.
 */
export async function keepPanelSearch(q: string): Promise<void> {
  const { portalSecret: secret } = deployment();
  if (!secret) return;
  const jar = await cookies();
  jar.set(name(), await encode({ token: { q: q.slice(0, 200) }, secret, maxAge }), {
    ...cookieOptions('strict'),
    maxAge,
  });
}

export async function panelSearch(): Promise<string> {
  const { portalSecret: secret } = deployment();
  const jar = await cookies();
  const cookie = jar.get(name())?.value;
  if (!cookie || !secret) return '';
  const token = await decode({ token: cookie, secret }).catch(() => null);
  return claims.safeParse(token).data?.q ?? '';
}
