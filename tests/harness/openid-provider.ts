import { createServer } from 'node:http';
import { exportJWK, generateKeyPair } from 'jose';
import Provider, { type Configuration } from 'oidc-provider';
import { freePort } from '#lib/platform/embedded-postgres/free-port';

/** Somebody as their identity provider knows them. */
export interface KnownPerson {
  readonly email: string;
  readonly email_verified: boolean;
  /** RFC 8176: how they have signed in there. */
  readonly amr: readonly string[];
  /** Ago, where it was not just now. */
  readonly signedInSecondsAgo?: number;
}

export interface OpenIdProvider {
  readonly issuer: string;
  /** Who sits before the provider's sign-in page from now on. */
  seat(person: KnownPerson): void;
  close(): Promise<void>;
}

export const client = { clientId: 'medisecure', clientSecret: 'a-secret-between-the-two' };

/** A real OpenID provider on loopback; whoever is seated signs in at once and agrees. */
export async function startOpenIdProvider(redirectUri: string): Promise<OpenIdProvider> {
  const port = await freePort();
  const issuer = `http://127.0.0.1:${port}`;
  const people = new Map<string, KnownPerson>();
  let seated = '';
  const provider = new Provider(issuer, await configuration(redirectUri, people));
  const answer = provider.callback();
  const server = createServer(async (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return answer(request, response);
    const { amr = [], signedInSecondsAgo = 0 } = people.get(seated) ?? {};
    const ts = Math.floor(Date.now() / 1000) - signedInSecondsAgo;
    const login = { accountId: seated, amr: [...amr], ts };
    return provider.interactionFinished(request, response, { login });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    issuer,
    seat(person) {
      seated = `person-${people.size}`;
      people.set(seated, person);
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function configuration(
  redirectUri: string,
  people: ReadonlyMap<string, KnownPerson>,
): Promise<Configuration> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const jwk = { ...(await exportJWK(privateKey)), use: 'sig', alg: 'RS256', kid: 'first' };
  const { clientId: client_id, clientSecret: client_secret } = client;
  return {
    clients: [{ client_id, client_secret, redirect_uris: [redirectUri] }],
    jwks: { keys: [jwk as never] },
    cookies: { keys: ['a key of the test'] },
    claims: { openid: ['sub', 'amr'], email: ['email', 'email_verified'] },
    // The e-mail stands in the ID token itself.
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    findAccount: (_context, id) => ({
      accountId: id,
      claims: async () => ({
        sub: id,
        email: people.get(id)?.email,
        email_verified: people.get(id)?.email_verified,
      }),
    }),
    loadExistingGrant: async ({ oidc }) => {
      const accountId = oidc.session?.accountId;
      const grant = new oidc.provider.Grant({ ...(accountId && { accountId }), clientId: client_id });
      grant.addOIDCScope('openid email');
      await grant.save();
      return grant;
    },
  };
}
