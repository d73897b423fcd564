import { createHash, randomBytes } from 'node:crypto';
import type { OAuthConfig } from 'next-auth/providers/oauth';
import { deployment } from '#lib/platform/deployment';
import { env } from '#lib/platform/env';
import { stepUpMaxAgeSeconds } from '#lib/policy/assurance';

export const ssoProviderId = 'sso';

/** The clinic's identity provider, bound to the browser by state, nonce and PKCE (RFC 9700, 2.1); none is configured: null. */
export function ssoProvider(): OAuthConfig<{ sub: string }> | null {
  const { oidc } = env();
  if (!oidc) return null;
  const { issuer, clientId, clientSecret } = oidc;
  return {
    id: ssoProviderId,
    name: ssoProviderId,
    type: 'oauth',
    ...{ issuer, clientId, clientSecret },
    wellKnown: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
    authorization: { params: { scope: 'openid email', max_age: stepUpMaxAgeSeconds } },
    checks: ['pkce', 'state', 'nonce'],
    idToken: true,
    // Who it is, the operation reads in the token itself.
    profile: ({ sub }) => ({ id: sub }),
  };
}

/** Where next-auth keeps the page that was asked for. */
export const callbackCookieName = () => `${deployment().secure ? '__Secure-' : ''}next-auth.callback-url`;

/**
 * next-auth starts a sign-in by POST with its double-submit token only. Our own link starts it by GET, as OpenID Connect
 * Core 1.0, section 4, has it: what protects the browser is `state`. So both halves of the token are made here.
 */
export function csrfPair(secret: string): { cookie: { name: string; value: string }; token: string } {
  const token = randomBytes(32).toString('hex');
  const hash = createHash('sha256').update(`${token}${secret}`).digest('hex');
  const name = `${deployment().secure ? '__Host-' : ''}next-auth.csrf-token`;
  return { cookie: { name, value: `${token}|${hash}` }, token };
}
