import type { NextAuthOptions } from 'next-auth';
import CredentialsProvider from 'next-auth/providers/credentials';
import { deployment } from '#lib/platform/deployment';
import { log } from '#lib/platform/log';
import { paths } from '#lib/platform/paths';
import { sessionLimits } from '../session-limits';
import { type PortalClaims, parseClaims } from './claims';
import { cookieOptions, portalCookieName } from './cookie';
import { ownAddress } from './own-address';
import { ssoProvider, ssoProviderId } from './sso';

/** The operations behind next-auth's endpoints; it holds the cookie and knows nothing else. */
interface PortalDoor {
  /** Null for a ticket that opens nothing. */
  redeem(ticket: string): Promise<PortalClaims | null>;
  end(session: PortalClaims): Promise<void>;
  /** Opens the portal for whoever the identity provider vouches for, or not; gives the page to go on to. */
  enter(idToken: string | null): Promise<string>;
}

type WithClaims = { claims?: unknown };

/** next-auth for the portal: one provider that takes our own ticket, and a JWT that carries `sid`, `secret` and `role`. */
export function portalAuth(door: PortalDoor): NextAuthOptions {
  const { secure, portalSecret } = deployment();
  const sso = ssoProvider();
  if (!portalSecret) throw new Error('NEXTAUTH_SECRET is not set.');
  return {
    secret: portalSecret,
    useSecureCookies: secure,
    session: { strategy: 'jwt', maxAge: sessionLimits('portal', 'patient').absoluteSeconds },
    cookies: { sessionToken: { name: portalCookieName(secure), options: cookieOptions('lax') } },
    pages: { signIn: paths.signIn, signOut: paths.signIn, error: paths.signIn },
    providers: [
      ...(sso ? [sso] : []),
      CredentialsProvider({
        id: 'ticket',
        name: 'ticket',
        credentials: { ticket: { type: 'text' } },
        authorize: async (given) => {
          const claims = given?.ticket ? await door.redeem(given.ticket) : null;
          return claims && { id: claims.sid, claims };
        },
      }),
    ],
    callbacks: {
      // A session of ours is made by our operation alone: next-auth makes none for what comes from outside.
      signIn: ({ account }) => account?.provider !== ssoProviderId || door.enter(account.id_token ?? null),
      // Fresh objects: next-auth would add name, e-mail and picture, and show the token's content to scripts.
      jwt: ({ token, user }) => ({ ...parseClaims(user ? (user as WithClaims).claims : token) }),
      session: ({ session }) => ({ expires: session.expires }),
      redirect: ({ url, baseUrl }) => ownAddress(url, baseUrl),
    },
    events: {
      signOut: async ({ token }) => {
        const claims = parseClaims(token);
        if (claims) await door.end(claims);
      },
    },
    logger: { error: (reason) => log().warn('next-auth', { reason }), warn: () => {}, debug: () => {} },
  };
}
