import { createSecretKey, type KeyObject, randomUUID } from 'node:crypto';
import { compactVerify, SignJWT } from 'jose';
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { keyRing, type RingKey } from '#lib/crypto/key-ring';
import { deriveKey } from '#lib/crypto/tokens';
import { type Id, sessionId, userId } from '#lib/platform/ids';
import { singleton } from '#lib/platform/singleton';
import { TokenCache } from './token-cache';

export const accessTokenSeconds = 15 * 60;

const AUDIENCE = 'medisecure-api';
const ALGORITHM = 'HS256';
const TYPE = 'at+jwt'; // RFC 9068: never mistaken for another kind of JWT

/** What a verified token says. The session behind it is still looked up on every request. */
export interface AccessToken {
  readonly sub: Id<'users'>;
  readonly sid: Id<'sessions'>;
  readonly scope: readonly string[];
  readonly iss: string;
  readonly exp: number;
}

const claims = z.object({
  iss: z.string(),
  aud: z.literal(AUDIENCE),
  sub: userId,
  sid: sessionId,
  scope: z.string().transform((scope) => scope.split(' ').filter(Boolean)),
  exp: z.int(),
  iat: z.int(),
  jti: z.string().min(1),
});

const verified = singleton('verified-access-tokens', () => new TokenCache<AccessToken>(10_000));
const derivedKeys = new WeakMap<RingKey, KeyObject>();

/** A bearer token of 15 minutes. `issuer` is PUBLIC_URL. */
export async function issueAccessToken(grant: {
  userId: Id<'users'>;
  sessionId: Id<'sessions'>;
  scopes: readonly string[];
  issuer: string;
  now: Temporal.Instant;
}): Promise<string> {
  await keyRing.fresh();
  const ringKey = keyRing.current('tokens');
  const issuedAt = seconds(grant.now);
  return new SignJWT({ sid: grant.sessionId, scope: grant.scopes.join(' ') })
    .setProtectedHeader({ alg: ALGORITHM, typ: TYPE, kid: String(ringKey.version) })
    .setIssuer(grant.issuer)
    .setAudience(AUDIENCE)
    .setSubject(grant.userId)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + accessTokenSeconds)
    .setJti(randomUUID())
    .sign(signingKey(ringKey));
}

/**
 * The token's claims, or null for anything that is not a live token of ours. Algorithm, type, issuer and audience are
 * pinned, and keys come from our ring only: `jku`, `jwk` and `x5u` are never looked at (RFC 8725).
 */
export async function verifyAccessToken(
  token: string,
  expected: { issuer: string; now: Temporal.Instant },
): Promise<AccessToken | null> {
  await keyRing.fresh();
  const known = verified.get(token, keyRing.generation) ?? (await verifySignature(token));
  if (known?.iss !== expected.issuer || known.exp <= seconds(expected.now)) return null;
  verified.set(token, known, keyRing.generation);
  return known;
}

async function verifySignature(token: string): Promise<AccessToken | null> {
  try {
    const { payload, protectedHeader } = await compactVerify(token, ({ kid }) => keyNamed(kid), {
      algorithms: [ALGORITHM],
    });
    return protectedHeader.typ === TYPE ? claims.parse(JSON.parse(new TextDecoder().decode(payload))) : null;
  } catch {
    return null;
  }
}

function keyNamed(kid: string | undefined): KeyObject {
  const ringKey = /^[1-9]\d{0,4}$/.test(kid ?? '') ? keyRing.version('tokens', Number(kid)) : undefined;
  if (!ringKey) throw new Error('Unknown key.');
  return signingKey(ringKey);
}

function signingKey(ringKey: RingKey): KeyObject {
  const key = derivedKeys.get(ringKey) ?? createSecretKey(deriveKey(ringKey.key, 'access-token'));
  derivedKeys.set(ringKey, key);
  return key;
}

const seconds = (instant: Temporal.Instant) => Math.floor(instant.epochMilliseconds / 1000);
