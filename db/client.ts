import postgres from 'postgres';
import type { Temporal } from 'temporal-polyfill';
import type { Id } from '#lib/platform/ids';
import { instantText } from '#lib/platform/instant-text';
import { singleton } from '#lib/platform/singleton';
import { connectionOptions } from './connection';
import type { DriverTypes } from './driver-types';
import { roles } from './roles';

/** A transaction with an actor: a tagged template that takes values as parameters. Never let it outlive its callback. */
export type Tx = postgres.ReservedSql<DriverTypes>;

/** A statement that is not sent before it is awaited or executed. */
export type Statement = postgres.PendingQuery<postgres.Row[]>;

/** A portal session is named by id and secret, an API session by the id in its signed token. */
export interface SessionRef {
  id: Id<'sessions'>;
  secretHash: Uint8Array | null;
}

interface Moment {
  now: Temporal.Instant;
  requestId: string;
}

/** Who acts. There is no transaction without one. */
export type ActorContext = Moment &
  ({ kind: 'user'; session: SessionRef } | { kind: 'anonymous' } | { kind: 'system'; job: string });

/** The live session behind a request, as the database knows it. */
export interface SessionRow {
  id: Id<'sessions'>;
  user_id: Id<'users'>;
  kind: 'portal' | 'api';
  role: 'patient' | 'doctor' | 'admin';
  patient_id: Id<'patients'> | null;
  practitioner_id: Id<'practitioners'> | null;
  assurance: 'aal1' | 'aal2';
  scopes: string[];
  authenticated_at: Temporal.Instant;
  second_factor_at: Temporal.Instant | null;
  expires_at: Temporal.Instant;
  has_confirmed_factor: boolean;
}

/** The session is unknown, ended or expired. `code` marks it across module copies. */
class SessionGone extends Error {
  readonly code = 'SESSION_GONE';
}

interface Pool {
  sql: postgres.Sql<DriverTypes> | null;
}
const pool = singleton<Pool>('pool', () => ({ sql: null }));

/** Opens the pool (S37: 20 connections, recycled after 1,800 s). Once a process, by a composition root. */
export function openPool(url: string, max = 20): void {
  pool.sql ??= postgres(url, { ...connectionOptions(url), max, max_lifetime: 1800, idle_timeout: 300 });
}

/** Waits up to 5 s for running queries, then closes every connection. */
export async function closePool(): Promise<void> {
  const { sql } = pool;
  pool.sql = null;
  await sql?.end({ timeout: 5 });
}

function connection(): postgres.Sql<DriverTypes> {
  if (!pool.sql) throw new Error('The database pool is not open.');
  return pool.sql;
}

/** One round trip to the database, for readiness. */
export async function ping(): Promise<void> {
  await connection()`select 1`;
}

/** Partitions of the audit log, made ahead by a function of the owner. Returns how many are new. */
export async function ensureAuditPartitions(now: Temporal.Instant, months = 24): Promise<number> {
  const [row] = await connection()<{ made: number }[]>`
    select app.ensure_audit_partitions(${now}, ${months}) as made`;
  return row?.made ?? 0;
}

/**
 * Events of reads that have ended well, as a JSON list, in one statement that is its own transaction. A function writes
 * them because they are of many actors.
 */
export async function appendReadEvents(events: string): Promise<void> {
  await connection()`select app.append_read_events(${events}::text)`;
}

/**
 * Takes the role and sets the actor in one statement. Without a live session no row comes back and no role is
 * taken, so that whatever follows is refused.
 */
function enter(tx: Tx, actor: ActorContext): postgres.PendingQuery<SessionRow[]> {
  // Printed once: it is the dearest thing that this process does here.
  const now = instantText(actor.now);
  if (actor.kind === 'user') {
    const { id, secretHash } = actor.session;
    return tx<SessionRow[]>`
      select set_config('role', ${roles.app}, true), set_config('app.actor_kind', 'user', true),
             set_config('app.user_id', s.user_id::text, true), set_config('app.role', s.role, true),
             set_config('app.patient_id', coalesce(s.patient_id::text, ''), true),
             set_config('app.practitioner_id', coalesce(s.practitioner_id::text, ''), true),
             set_config('app.session_id', s.id::text, true), set_config('app.request_id', ${actor.requestId}, true),
             set_config('app.now', ${now}, true), s.*
        from app.find_session(${id}, ${secretHash}, ${now}) s`;
  }
  return tx<SessionRow[]>`
    select set_config('role', ${roles.app}, true), set_config('app.actor_kind', ${actor.kind}, true),
           set_config('app.system_job', ${actor.kind === 'system' ? actor.job : ''}, true),
           set_config('app.request_id', ${actor.requestId}, true),
           set_config('app.now', ${now}, true)`;
}

/** Inside an anonymous transaction, whoever has just proven to own the account acts for the rest of it. */
export async function become(tx: Tx, userId: Id<'users'>): Promise<void> {
  await tx`select set_config('app.actor_kind', 'user', true), set_config('app.user_id', ${userId}, true)`;
}

const ignore = () => {};

interface Steps<S, R> {
  /** Sent together with `begin` and the actor. */
  read: (tx: Tx) => Promise<S>;
  work: (tx: Tx, session: SessionRow | null, read: S) => Promise<R>;
  /** One statement, sent together with `commit`. */
  last?: (tx: Tx, result: R) => Statement | undefined;
}

/**
 * A transaction in two flushes: `begin`, actor and first read; then, after `work`, the last statement and `commit`.
 * Each flush costs the process about 70 µs, whatever is in it. Any throw rolls back.
 *
 * @throws SessionGone when a user's session is not live
 */
export async function transact<S, R>(actor: ActorContext, steps: Steps<S, R>): Promise<R> {
  const tx = await connection().reserve();
  try {
    const begun = tx.unsafe('begin').execute();
    const entered = enter(tx, actor).execute();
    const read = steps.read(tx);
    entered.catch(ignore);
    // A dead session fails the read with "permission denied": look at the session first.
    read.catch(ignore);
    await begun;
    const [row] = await entered;
    if (!row) throw new SessionGone('The session is not live.');
    const result = await steps.work(tx, actor.kind === 'user' ? row : null, await read);
    await commit(tx, steps.last?.(tx, result));
    return result;
  } catch (error) {
    await tx.unsafe('rollback').catch(ignore);
    throw error;
  } finally {
    tx.release();
  }
}

/** A commit sent behind a failed statement answers ROLLBACK without an error: the tag tells. */
async function commit(tx: Tx, last: Statement | undefined): Promise<void> {
  last?.execute().catch(ignore);
  const done = tx.unsafe('commit').execute();
  done.catch(ignore);
  await last;
  if ((await done).command !== 'COMMIT') throw new Error('The transaction was not committed.');
}

/** A transaction with an actor, where no first read is to be saved. */
export function withActor<R>(
  actor: ActorContext,
  work: (tx: Tx, session: SessionRow | null) => Promise<R>,
): Promise<R> {
  return transact(actor, { read: async () => undefined, work: (tx, session) => work(tx, session) });
}
