import type { Temporal } from 'temporal-polyfill';
import { become, type Tx, withActor } from '#db/client';
import {
  lockRefreshToken,
  markRefreshTokenUsed,
  markSuccessorForgotten,
  type RefreshTokenRow,
  refreshGraceSeconds,
} from '#db/queries/refresh-tokens';
import { findRefreshTokenOwner } from '#db/queries/sign-in';
import { openUnderToken, sealUnderToken } from '#lib/crypto/token-seal';
import { hashToken } from '#lib/crypto/tokens';
import type { Id } from '#lib/platform/ids';
import { effectiveScopes } from '#lib/policy/scopes';
import type { Moment } from './moment';
import { issueTokenPair, pairOf, type TokenPair } from './token-pair';

/** The family of a refresh token, whatever has become of it. Opens nothing: for a throttle's key. */
export async function refreshFamily(token: string, moment: Moment): Promise<Id<'sessions'> | null> {
  const owner = await withActor({ kind: 'anonymous', ...moment }, (tx) =>
    findRefreshTokenOwner(tx, hashToken(token)),
  );
  return owner?.session_id ?? null;
}

export interface PresentedToken extends RefreshTokenRow {
  readonly user_id: Id<'users'>;
}

/** The token, locked together with its session, and its owner acting from here on; null for an unknown one. */
export async function presentRefreshToken(tx: Tx, token: string): Promise<PresentedToken | null> {
  const owner = await findRefreshTokenOwner(tx, hashToken(token));
  if (!owner) return null;
  await become(tx, owner.user_id);
  const row = await lockRefreshToken(tx, owner);
  return row && { ...row, user_id: owner.user_id };
}

/**
 * What the holder of this token may have: a new pair for one that is unused; for one that was exchanged a moment ago, and
 * whose successor nobody has used, that same successor, so that the family never forks. Null for any other: it was copied
 * (RFC 9700, 4.14.2).
 */
export async function exchange(
  tx: Tx,
  found: PresentedToken,
  token: string,
  now: Temporal.Instant,
): Promise<TokenPair | null> {
  const { id, session_id: sessionId, user_id: userId, session_expires_at: expiresAt } = found;
  const scopes = effectiveScopes(found.role, found.scopes);
  const family = { sessionId, userId, scopes, expiresAt, predecessorId: id };
  if (!found.used_at) {
    const pair = await issueTokenPair(tx, family, now);
    const successor = sealUnderToken('refresh_tokens.successor', id, pair.refresh_token, token);
    await markRefreshTokenUsed(tx, found, successor);
    return pair;
  }
  if (!found.successor) return null;
  if (!isInGrace(found, now)) {
    await markSuccessorForgotten(tx, id);
    return null;
  }
  return pairOf(family, openUnderToken('refresh_tokens.successor', id, found.successor, token), now);
}

function isInGrace({ used_at, is_last_exchange }: PresentedToken, now: Temporal.Instant): boolean {
  return used_at !== null && is_last_exchange && now.since(used_at).total('seconds') <= refreshGraceSeconds;
}
