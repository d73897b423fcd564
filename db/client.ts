import type postgres from 'postgres';
import type { Temporal } from 'temporal-polyfill';
import type { Id } from '#lib/platform/ids';
import { instantText } from '#lib/platform/instant-text';
import { singleton } from '#lib/platform/singleton';
import type { DriverTypes } from './driver-types';
import { type Connection, Pool } from './pool';
import { roles } from './roles';
import { closeEndings, openEndings } from './session-endings';

/** A transaction with an actor: a tagged template that takes values as parameters. Never let it outlive its callback. */
export type Tx = postgres.ISql<DriverTypes>;

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
  has_confirmed_factor: boolean;
}

/** The session is unknown, ended or expired. `code` marks it across module copies. */
class SessionGone extends Error {
  readonly code = 'SESSION_GONE';
}

const pool = singleton<{ open: Pool | null }>('pool', () => ({ open: null }));

/** Opens the pool (S37: 20 connections). Once a process, by a composition root. */
export function openPool(url: string, size = 20): void {
  pool.open ??= new Pool(url, size);
  openEndings(url);
}

/** Waits up to 5 s for running queries, then closes every connection. */
export async function closePool(): Promise<void> {
  const { open } = pool;
  pool.open = null;
  await closeEndings();
  await open?.close(5);
}

/** A connection for as long as `work` runs. */
async function withConnection<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
  const { open } = pool;
  if (!open) throw new Error('The database pool is not open.');
  const connection = await open.acquire();
  try {
    return await work(connection);
  } finally {
    open.release(connection);
  }
}

/** One round trip to the database, for readiness. */
export async function ping(): Promise<void> {
  await withConnection(({ sql }) => sql`select 1`);
}

/** Partitions of the audit log, made ahead by a function of the owner. Returns how many are new. */
export async function ensureAuditPartitions(now: Temporal.Instant, months = 24): Promise<number> {
  const [row] = await withConnection(
    ({ sql }) => sql<{ made: number }[]>`select app.ensure_audit_partitions(${now}, ${months}) as made`,
  );
  return row?.made ?? 0;
}

/**
 * Events of reads that have ended well, as a JSON list, in one statement that is its own transaction. A function writes
 * them because they are of many actors.
 */
export async function appendReadEvents(events: string): Promise<void> {
  await withConnection(({ sql }) => sql`select app.append_read_events(${events}::text)`);
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

/**
 * The same for whoever comes to visits: what they may see hangs on their chart and on what they are today.
 * @returns false where their account is shut
 */
export async function becomePatient(tx: Tx, userId: Id<'users'>): Promise<boolean> {
  await become(tx, userId);
  const { count } = await tx`
    select set_config('app.role', u.role, true), set_config('app.patient_id', coalesce(p.id::text, ''), true)
      from users u left join patients p on p.user_id = u.id
     where u.id = ${userId} and u.disabled_at is null and u.deleted_at is null`;
  return count === 1;
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
export function transact<S, R>(actor: ActorContext, steps: Steps<S, R>): Promise<R> {
  return withConnection(async (connection) => {
    try {
      return await inTransaction(connection.sql, actor, steps);
    } catch (error) {
      if (!connection.isLost) await connection.sql.unsafe('rollback').catch(ignore);
      throw error;
    }
  });
}

async function inTransaction<S, R>(
  tx: Tx,
  actor: ActorContext,
  { read, work, last }: Steps<S, R>,
): Promise<R> {
  const begun = begin(tx, actor);
  const found = read(tx);
  found.catch(ignore);
  const session = await sessionOf(begun, actor);
  const result = await work(tx, session, await found);
  await commit(tx, last?.(tx, result));
  return result;
}

/**
 * A transaction that is one read, in one flush: `begin`, actor, read and `commit`. The read must send its statement at
 * once (`.execute()`): one that left later would find neither actor nor role, and be refused.
 *
 * @throws SessionGone when a user's session is not live
 */
export function readOnce<S>(
  actor: ActorContext,
  read: (tx: Tx) => Promise<S>,
): Promise<{ session: SessionRow | null; read: S }> {
  return withConnection(async ({ sql: tx }) => {
    const begun = begin(tx, actor);
    const found = read(tx);
    found.catch(ignore);
    const ended = tx.unsafe('commit').execute().catch(ignore);
    try {
      return { session: await sessionOf(begun, actor), read: await found };
    } finally {
      await ended;
    }
  });
}

interface Begun {
  readonly begun: Promise<unknown>;
  readonly entered: Promise<SessionRow[]>;
}

function begin(tx: Tx, actor: ActorContext): Begun {
  const begun = tx.unsafe('begin').execute();
  const entered = enter(tx, actor).execute();
  begun.catch(ignore);
  entered.catch(ignore);
  return { begun, entered };
}

/** A dead session fails whatever was sent behind it with "permission denied", so the session is looked at first. */
async function sessionOf({ begun, entered }: Begun, actor: ActorContext): Promise<SessionRow | null> {
  await begun;
  const [row] = await entered;
  if (!row) throw new SessionGone('The session is not live.');
  return actor.kind === 'user' ? row : null;
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
