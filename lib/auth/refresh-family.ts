import { become, type Tx, withActor } from '#db/client';
import { lockRefreshToken, type RefreshTokenRow } from '#db/queries/refresh-tokens';
import { findRefreshTokenOwner } from '#db/queries/sign-in';
import { hashToken } from '#lib/crypto/tokens';
import type { Id } from '#lib/platform/ids';
import type { Moment } from './moment';

/** The family of a refresh token, whatever has become of it. Opens nothing: for a throttle's key. */
export async function refreshFamily(token: string, moment: Moment): Promise<Id<'sessions'> | null> {
  const owner = await withActor({ kind: 'anonymous', ...moment }, (tx) =>
    findRefreshTokenOwner(tx, hashToken(token)),
  );
  return owner?.session_id ?? null;
}

interface PresentedToken extends RefreshTokenRow {
  readonly user_id: Id<'users'>;
}

/** The token, locked together with its session, and its owner acting from here on; null for an unknown one. */
export async function presentRefreshToken(tx: Tx, token: string): Promise<PresentedToken | null> {
  const owner = await findRefreshTokenOwner(tx, hashToken(token));
  if (!owner) return null;
  await become(tx, owner.user_id);
  const row = await lockRefreshToken(tx, owner.id);
  return row && { ...row, user_id: owner.user_id };
}
