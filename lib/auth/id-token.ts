import { type CompactVerifyGetKey, compactVerify, createRemoteJWKSet, errors } from 'jose';
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { OperationError } from '#lib/errors/operation-error';
import { env } from '#lib/platform/env';
import type { Oidc } from '#lib/platform/env/oidc';
import { log } from '#lib/platform/log';
import { singleton } from '#lib/platform/singleton';

const idClaims = z.object({
  iss: z.string(),
  sub: z.string().min(1),
  aud: z.union([z.string(), z.array(z.string())]),
  azp: z.string().optional(),
  exp: z.number(),
  iat: z.number(),
  auth_time: z.number().optional(),
  email: z.string().optional(),
  email_verified: z.boolean().optional(),
  amr: z.array(z.string()).default([]),
});
export type IdClaims = z.output<typeof idClaims>;

const discovery = z.object({ issuer: z.string(), jwks_uri: z.url() });
const timeoutMilliseconds = 3000;
/** A code is exchanged at once: a token that is older was found somewhere. */
const maxAgeSeconds = 120;
const toleranceSeconds = 10;

/**
 * OpenID Connect Core 1.0, 3.1.3.7: signed by the issuer, for this client, just now. next-auth has looked at the same and
 * at the nonce; an operation believes no door. Null for a token that proves nothing.
 *
 * @throws OperationError `unavailable` where the issuer does not answer
 */
export async function verifyIdToken(token: string, now: Temporal.Instant): Promise<IdClaims | null> {
  const { oidc } = env();
  if (!oidc) return null;
  const keys = await keysOf(oidc);
  try {
    const { payload } = await compactVerify(token, keys, { algorithms: ['RS256'] });
    const claims = idClaims.parse(JSON.parse(new TextDecoder().decode(payload)));
    return isFor(oidc, claims) && isFresh(claims, now) ? claims : null;
  } catch (error) {
    if (error instanceof errors.JWKSTimeout) throw unavailable(error);
    return null;
  }
}

function isFor({ issuer, clientId }: Oidc, { iss, aud, azp }: IdClaims): boolean {
  return iss === issuer && [aud].flat().includes(clientId) && (azp ?? clientId) === clientId;
}

function isFresh({ iat, exp }: IdClaims, now: Temporal.Instant): boolean {
  const age = now.epochMilliseconds / 1000 - iat;
  const left = exp - now.epochMilliseconds / 1000;
  return left > -toleranceSeconds && age > -toleranceSeconds && age < maxAgeSeconds + toleranceSeconds;
}

const known = () => singleton('oidc-keys', () => new Map<string, CompactVerifyGetKey>());

async function keysOf(oidc: Oidc): Promise<CompactVerifyGetKey> {
  const found = known().get(oidc.issuer);
  if (found) return found;
  const keys = await discoverKeys(oidc).catch((error: unknown) => {
    throw unavailable(error);
  });
  known().set(oidc.issuer, keys);
  return keys;
}

async function discoverKeys({ issuer }: Oidc): Promise<CompactVerifyGetKey> {
  const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const answer = await fetch(address, {
    signal: AbortSignal.timeout(timeoutMilliseconds),
    redirect: 'error',
  });
  const told = discovery.parse(await answer.json());
  // Discovery 1.0, 4.3: else somebody else's keys would count as the issuer's.
  if (told.issuer !== issuer) throw new Error('The discovery document names another issuer.');
  return createRemoteJWKSet(new URL(told.jwks_uri), { timeoutDuration: timeoutMilliseconds });
}

function unavailable(error: unknown): OperationError {
  log().warn('The identity provider does not answer', {
    reason: error instanceof Error ? error.name : 'unknown',
  });
  return new OperationError('unavailable', { retryAfterSeconds: 10 });
}
