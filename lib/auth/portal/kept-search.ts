import { cookies } from 'next/headers';
import { decode, encode } from 'next-auth/jwt';
import { z } from 'zod';
import { deployment } from '#lib/platform/deployment';
import { sessionId } from '#lib/platform/ids';
import { cookieOptions, type SearchedList, searchCookieName, searchedLists } from './cookie';
import { portalSession } from './session';

const longest = 320;
const claims = z.object({ sid: sessionId, q: z.string().max(longest), about: z.string() });
const maxAge = 15 * 60;

/**
 * A name or an e-mail address that somebody looks for in a list. In an address it would stay in histories and logs, so
 * it travels in an encrypted cookie from the form to the list, for the session that looks: whoever signs in next at the
 * same browser reads no name in it. `about` is whose chart is searched: another's page does not go on with it.
 */
export async function keepSearch(list: SearchedList, q: string, about = ''): Promise<void> {
  const [{ portalSecret: secret, secure }, session] = [deployment(), await portalSession()];
  if (!secret || !session) return;
  const jar = await cookies();
  jar.set(
    searchCookieName(list, secure),
    await encode({ token: { sid: session.ref.id, q: q.slice(0, longest), about }, secret, maxAge }),
    { ...cookieOptions('strict'), maxAge },
  );
}

export async function keptSearch(list: SearchedList, about = ''): Promise<string> {
  const [{ portalSecret: secret, secure }, session] = [deployment(), await portalSession()];
  const cookie = (await cookies()).get(searchCookieName(list, secure))?.value;
  if (!cookie || !secret || !session) return '';
  const kept = claims.safeParse(await decode({ token: cookie, secret }).catch(() => null)).data;
  return kept?.sid === session.ref.id && kept.about === about ? kept.q : '';
}

export async function forgetSearches(): Promise<void> {
  const [{ secure }, jar] = [deployment(), await cookies()];
  for (const list of searchedLists)
    jar.set(searchCookieName(list, secure), '', { ...cookieOptions('strict'), maxAge: 0 });
}
