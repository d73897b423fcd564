import { cookies } from 'next/headers';
import { NextRequest } from 'next/server';
import NextAuth, { type NextAuthOptions } from 'next-auth';
import { cookieOptions } from '#lib/auth/portal/cookie';
import { keepSecondFactorOwed } from '#lib/auth/portal/second-factor-cookie';
import { callbackCookieName, csrfPair, ssoProviderId } from '#lib/auth/portal/sso';
import { isOperationError } from '#lib/errors/operation-error';
import { ssoSignIn } from '#lib/operations/auth/sso-sign-in';
import { run } from '#lib/operations/run';
import { deployment } from '#lib/platform/deployment';
import { env } from '#lib/platform/env';
import { paths, safeNext, withQuery } from '#lib/platform/paths';
import { portalContext } from './portal-caller';
import { openPortal } from './portal-sign-in';

type Answer = (options: NextAuthOptions) => Promise<Response>;

/** GET /sign-in/sso: on to the identity provider, as next-auth's own POST would go. */
export async function beginSso({ nextUrl }: NextRequest, options: NextAuthOptions): Promise<Response> {
  const { portalSecret } = deployment();
  if (!env().oidc || !portalSecret) return new Response(null, { status: 404 });
  const { cookie, token } = csrfPair(portalSecret);
  (await cookies()).set(cookie.name, cookie.value, cookieOptions('lax'));
  const callbackUrl = safeNext(nextUrl.searchParams.get('next')) ?? paths.home;
  const body = new URLSearchParams({ csrfToken: token, callbackUrl });
  const request = new NextRequest(new URL(nextUrl.pathname, nextUrl), { method: 'POST', body });
  const context = { params: Promise.resolve({ nextauth: ['signin', ssoProviderId] }) };
  const answer: Answer = (given) => NextAuth(request as never, context as never, given) as Promise<Response>;
  return refusedAsOne(await answer(options));
}

/** What next-auth has accepted, to our operation. Gives the page to go on to; the session's cookie is set. */
export async function enterBySso(idToken: string | null): Promise<string> {
  const jar = await cookies();
  const asked = jar.get(callbackCookieName())?.value;
  const url = asked && URL.canParse(asked) ? new URL(asked) : null;
  const next = safeNext(url && url.pathname + url.search);
  try {
    const opened = await run(ssoSignIn, { id_token: idToken }, await portalContext(ssoSignIn));
    if ('ticket' in opened) return await openPortal(opened.ticket, next);
    // Lax: the browser comes from the provider's page, and a Strict cookie would not be sent along the redirect.
    await keepSecondFactorOwed(
      { token: opened.mfa_token, methods: opened.methods, mayTrustDevice: false },
      'lax',
    );
    return withQuery(paths.signInCode, { next });
  } catch (error) {
    if (!isOperationError(error)) throw error;
    return paths.signInAgain('sso_refused');
  }
}

/** Whatever next-auth found wrong with what came back (state, nonce, PKCE, issuer): one answer, and an event. */
export async function refusedAsOne(response: Response): Promise<Response> {
  const location = response.headers.get('location');
  const url = location && URL.canParse(location, env().publicUrl) ? new URL(location, env().publicUrl) : null;
  const isFault = url?.origin === env().publicUrl.origin && url.pathname.startsWith('/api/auth/');
  if (isFault) response.headers.set('location', await enterBySso(null));
  return response;
}
