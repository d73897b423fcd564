import type { Temporal } from 'temporal-polyfill';
import type { Id } from '#lib/platform/ids';
import type { SessionRow, Statement, Tx } from '../client';
import { insertRow } from '../rows';
import { refreshTokens } from '../schema/refresh-tokens';

export interface RefreshTokenRow {
  id: Id<'refresh_tokens'>;
  used_at: Temporal.Instant | null;
  session_id: Id<'sessions'>;
  session_expires_at: Temporal.Instant;
  scopes: string[];
  role: SessionRow['role'];
  /** The session stands and its owner may still sign in. */
  is_live: boolean;
}

/** The token with its family, held until the end of the transaction: parallel refreshes see one another. */
export async function lockRefreshToken(tx: Tx, id: Id<'refresh_tokens'>): Promise<RefreshTokenRow | null> {
  const [row] = await tx<RefreshTokenRow[]>`
    select t.id, t.used_at, s.id as session_id, s.expires_at as session_expires_at, s.scopes, u.role,
           s.revoked_at is null and s.expires_at > app.now() and t.expires_at > app.now()
             and u.is_verified and u.disabled_at is null and u.deleted_at is null as is_live
      from refresh_tokens t
      join sessions s on s.id = t.session_id
      join users u on u.id = t.user_id
     where t.id = ${id}
       for update of t, s`;
  return row ?? null;
}

/** The token has been exchanged; its family has been active. */
export async function markRefreshTokenUsed(
  tx: Tx,
  token: Pick<RefreshTokenRow, 'id' | 'session_id'>,
): Promise<void> {
  await tx`update refresh_tokens set used_at = app.now() where id = ${token.id}`;
  await tx`update sessions set last_activity_at = app.now() where id = ${token.session_id}`;
}

export function insertRefreshToken(tx: Tx, row: typeof refreshTokens.$inferInsert): Statement {
  return insertRow(tx, refreshTokens, row);
}
