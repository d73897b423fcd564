import { cookies } from 'next/headers';
import { decode, encode } from 'next-auth/jwt';
import { z } from 'zod';
import { deployment } from '#lib/platform/deployment';
import { cookieOptions, type SearchedList, searchCookieName } from './cookie';

const longest = 320;
const claims = z.object({ q: z.string().max(longest) });
const maxAge = 15 * 60;

/**
 * A name or an e-mail address that somebody looks for in a list. In an address it would stay in histories and logs, so
 * it travels in an encrypted cookie from the form to the list.
 */
export async function keepSearch(list: SearchedList, q: string): Promise<void> {
  const { portalSecret: secret, secure } = deployment();
  if (!secret) return;
  const jar = await cookies();
  jar.set(
    searchCookieName(list, secure),
    await encode({ token: { q: q.slice(0, longest) }, secret, maxAge }),
    { ...cookieOptions('strict'), maxAge },
  );
}

export async function keptSearch(list: SearchedList): Promise<string> {
  const { portalSecret: secret, secure } = deployment();
  const jar = await cookies();
  const cookie = jar.get(searchCookieName(list, secure))?.value;
  if (!cookie || !secret) return '';
  const token = await decode({ token: cookie, secret }).catch(() => null);
  return claims.safeParse(token).data?.q ?? '';
}
