import type { Temporal } from 'temporal-polyfill';
import { type SessionRef, withActor } from '#db/client';
import { findSessionState, type SessionStateRow } from '#db/queries/sessions';
import { watchSession } from '#db/session-endings';
import { keyRing } from '#lib/crypto/key-ring';
import type { Clock } from '#lib/platform/clock';
import type { Moment } from './moment';
import { keepEnds, keptEnds } from './session-state-cache';

/** What a browser may know of its own session. `unknown`: no session, or not one that the caller has the secret of. */
export type SessionState =
  | { readonly state: 'live'; readonly idle_ends_at: string | null; readonly expires_at: string }
  | { readonly state: 'ended'; readonly reason: EndReason };

type EndReason =
  | NonNullable<SessionStateRow['revoked_reason']>
  | 'account_disabled'
  | 'expired'
  | 'idle'
  | 'unknown';

export const unknownSession: SessionState = { state: 'ended', reason: 'unknown' };

/**
 * Asked for in the background, so it counts as no activity (OWASP ASVS 5, 7.3.1) and leaves no audit event: it opens
 * nothing. The secret decides whether anything is told.
 */
export async function sessionState(ref: SessionRef, moment: Moment): Promise<SessionState> {
  const row = await withActor({ kind: 'anonymous', ...moment }, (tx) => findSessionState(tx, ref));
  return row ? stateOf(row, moment.now) : unknownSession;
}

/** The same for a page that asks again and again: of a session that stood a moment ago Redis tells, where there is one. */
export async function polledSessionState(ref: SessionRef, moment: Moment): Promise<SessionState> {
  await keyRing.fresh();
  const kept = await keptEnds(ref, moment.now);
  if (kept) return { state: 'live', ...kept };
  const told = await sessionState(ref, moment);
  if (told.state === 'live') await keepEnds(ref, told, moment.now);
  return told;
}

interface Waiting {
  readonly requestId: string;
  readonly clock: Clock;
  /** Milliseconds. */
  readonly wait: number;
  /** The page has gone. */
  readonly signal: AbortSignal;
}

/** The same, told only when the session ends or the time is over: an open page hears of its end at once. */
export async function awaitedSessionState(
  ref: SessionRef,
  { requestId, clock, wait, signal }: Waiting,
): Promise<SessionState> {
  const moment = () => ({ now: clock.now(), requestId });
  const watch = wait > 0 ? await watchSession(ref.id, wait) : null;
  if (!watch) return polledSessionState(ref, moment());
  try {
    const told = await sessionState(ref, moment());
    if (told.state === 'ended') return told;
    signal.addEventListener('abort', watch.stop, { once: true });
    // Gone while the database was asked: nobody tells that a second time.
    if (signal.aborted) watch.stop();
    await watch.over;
    const later = await sessionState(ref, moment());
    // Under another secret since then: the page asks again, and its cookie has the new one.
    return later.state === 'ended' && later.reason === 'unknown' ? told : later;
  } finally {
    watch.stop();
  }
}

function stateOf(row: SessionStateRow, now: Temporal.Instant): SessionState {
  const { idle_timeout_seconds: seconds } = row;
  const idleEndsAt = seconds === null ? null : row.last_activity_at.add({ seconds });
  const reason = endOf(row, idleEndsAt, now);
  if (reason) return { state: 'ended', reason };
  return {
    state: 'live',
    idle_ends_at: idleEndsAt?.toString() ?? null,
    expires_at: row.expires_at.toString(),
  };
}

function endOf(
  row: SessionStateRow,
  idleEndsAt: Temporal.Instant | null,
  now: Temporal.Instant,
): EndReason | null {
  const isOver = (end: Temporal.Instant) => end.epochNanoseconds <= now.epochNanoseconds;
  if (row.revoked_at) return row.revoked_reason ?? 'unknown';
  if (!row.is_open) return 'account_disabled';
  if (isOver(row.expires_at)) return 'expired';
  return idleEndsAt && isOver(idleEndsAt) ? 'idle' : null;
}
