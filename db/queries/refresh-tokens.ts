import type { Temporal } from 'temporal-polyfill';
import type { Id } from '#lib/platform/ids';
import type { SessionRow, Statement, Tx } from '../client';
import { insertRow } from '../rows';
import { refreshTokens } from '../schema/refresh-tokens';

/** How long an answer that was lost, or a request that ran beside the first, gets the same successor. */
export const refreshGraceSeconds = 10;

type RefreshToken = typeof refreshTokens.$inferSelect;

export interface RefreshTokenRow
  extends Pick<RefreshToken, 'id' | 'used_at' | 'successor' | 'predecessor_id'> {
  session_id: Id<'sessions'>;
  session_expires_at: Temporal.Instant;
  scopes: string[];
  role: SessionRow['role'];
  /** The session stands and its owner may still sign in. */
  is_live: boolean;
  /** The token that this one was exchanged for has not been used. */
  is_last_exchange: boolean;
}

/**
 * The token with its family, whose session is held until the end of the transaction: parallel refreshes stand in line.
 * Read by a statement of its own, which sees what the one before in the line has committed.
 */
export async function lockRefreshToken(
  tx: Tx,
  { id, session_id }: { id: RefreshToken['id']; session_id: RefreshToken['session_id'] },
): Promise<RefreshTokenRow | null> {
  await tx`select 1 from sessions where id = ${session_id} for update`;
  const [row] = await tx<RefreshTokenRow[]>`
    select t.id, t.used_at, t.successor, t.predecessor_id, s.id as session_id, s.expires_at as session_expires_at, s.scopes, u.role,
           s.revoked_at is null and s.expires_at > app.now() and t.expires_at > app.now()
             and u.is_verified and u.disabled_at is null and u.deleted_at is null as is_live,
           exists (select 1 from refresh_tokens n where n.predecessor_id = t.id and n.used_at is null) as is_last_exchange
      from refresh_tokens t
      join sessions s on s.id = t.session_id
      join users u on u.id = t.user_id
     where t.id = ${id}`;
  return row ?? null;
}

/**
 * The token has been exchanged for `successor`; its family has been active. What it was itself the successor of need not
 * be told again.
 */
export async function markRefreshTokenUsed(
  tx: Tx,
  token: Pick<RefreshTokenRow, 'id' | 'session_id' | 'predecessor_id'>,
  successor: NonNullable<RefreshTokenRow['successor']>,
): Promise<void> {
  await tx`update refresh_tokens set used_at = app.now(), successor = ${successor} where id = ${token.id}`;
  await tx`
    update refresh_tokens set successor = null where id = ${token.predecessor_id} and successor is not null`;
  await tx`update sessions set last_activity_at = app.now() where id = ${token.session_id}`;
}

/** Forgets the successors that nobody may be given again. */
export async function markSuccessorsForgotten(tx: Tx): Promise<number> {
  const { count } = await tx`
    update refresh_tokens set successor = null
     where successor is not null and used_at < app.now() - make_interval(secs => ${refreshGraceSeconds})`;
  return count;
}

/** The same of one token. */
export async function markSuccessorForgotten(tx: Tx, id: Id<'refresh_tokens'>): Promise<void> {
  await tx`update refresh_tokens set successor = null where id = ${id}`;
}

export function insertRefreshToken(tx: Tx, row: typeof refreshTokens.$inferInsert): Statement {
  return insertRow(tx, refreshTokens, row);
}
