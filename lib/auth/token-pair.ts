import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '#db/client';
import { insertRefreshToken } from '#db/queries/refresh-tokens';
import { hashToken, randomToken } from '#lib/crypto/tokens';
import { env } from '#lib/platform/env';
import { type Id, newId } from '#lib/platform/ids';
import { accessTokenSeconds, issueAccessToken } from './access-token';

export interface TokenPair {
  readonly access_token: string;
  readonly refresh_token: string;
  readonly token_type: 'bearer';
  readonly expires_in: number;
  readonly scope: string;
}

interface Family {
  readonly sessionId: Id<'sessions'>;
  readonly userId: Id<'users'>;
  readonly scopes: readonly string[];
  /** The end of the session: no refresh goes past it. */
  readonly expiresAt: Temporal.Instant;
  /** The token that is exchanged, of which there is one successor. */
  readonly predecessorId?: Id<'refresh_tokens'>;
}

/** A signed access token and an opaque refresh token of 256 bits, of which the database keeps a hash (S1). */
export async function issueTokenPair(tx: Tx, family: Family, now: Temporal.Instant): Promise<TokenPair> {
  const { sessionId, userId, expiresAt, predecessorId } = family;
  const refreshToken = randomToken();
  await insertRefreshToken(tx, {
    id: newId('refresh_tokens'),
    session_id: sessionId,
    user_id: userId,
    token_hash: hashToken(refreshToken),
    predecessor_id: predecessorId ?? null,
    created_at: now,
    expires_at: expiresAt,
  });
  return pairOf(family, refreshToken, now);
}

/** A new access token beside a refresh token that is already there. */
export async function pairOf(
  { sessionId, userId, scopes }: Family,
  refreshToken: string,
  now: Temporal.Instant,
): Promise<TokenPair> {
  const issuer = env().publicUrl.origin;
  return {
    access_token: await issueAccessToken({ userId, sessionId, scopes, issuer, now }),
    refresh_token: refreshToken,
    token_type: 'bearer',
    expires_in: accessTokenSeconds,
    scope: scopes.join(' '),
  };
}
