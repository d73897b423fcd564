import { checkSession, keepDrafts } from '#components/form/session-events';
import { paths, type SignInReason, signInReasonOf } from '#lib/platform/paths';

const warningMilliseconds = 120_000;
const pollMilliseconds = 30_000;
/** A little after the end, so that the answer is the end. */
const afterMilliseconds = 500;

interface Watcher {
  /** The session ends then, by the browser's own clock (`performance.now()`); null: not soon. */
  warn(endsAt: number | null): void;
  leave(reason: SignInReason): void;
}

/**
 * Asks whether the session still stands: now and then while the page is looked at, when it is looked at again, and when
 * the session would end. Asking is no activity. Ends are told by the server's clock, which stands in its answer.
 */
export class SessionWatch {
  readonly #listening = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #endsAt: number | null = null;

  constructor(private readonly watcher: Watcher) {
    const { signal } = this.#listening;
    const look = () => void this.check();
    document.addEventListener('visibilitychange', look, { signal });
    window.addEventListener('pageshow', look, { signal });
    window.addEventListener(checkSession, look, { signal });
    look();
  }

  stop(): void {
    this.#listening.abort();
    clearTimeout(this.#timer);
  }

  async check(): Promise<void> {
    clearTimeout(this.#timer);
    const told = await ask();
    if (this.#listening.signal.aborted) return;
    if (told?.state === 'ended') return this.watcher.leave(signInReasonOf(told.reason));
    if (told) this.#endsAt = told.idleEndsAt;
    const left = this.#endsAt === null ? Number.POSITIVE_INFINITY : this.#endsAt - performance.now();
    // Without an answer the page does not stay open for ever.
    if (left <= 0) return this.watcher.leave('idle');
    const isSoon = left <= warningMilliseconds;
    if (isSoon) window.dispatchEvent(new Event(keepDrafts));
    this.watcher.warn(isSoon ? this.#endsAt : null);
    this.#askAgain(isSoon ? left + afterMilliseconds : left - warningMilliseconds + afterMilliseconds);
  }

  /** A page that nobody looks at asks only when something is due. */
  #askAgain(due: number): void {
    clearTimeout(this.#timer);
    const wait = document.hidden ? due : Math.min(due, pollMilliseconds);
    if (Number.isFinite(wait)) this.#timer = setTimeout(() => void this.check(), wait);
  }
}

type Told = { state: 'live'; idleEndsAt: number | null } | { state: 'ended'; reason: string };

async function ask(): Promise<Told | null> {
  try {
    const response = await fetch(paths.sessionState, { cache: 'no-store' });
    if (!response.ok) return null;
    const told: { state: string; reason: string; idle_ends_at: string | null } = await response.json();
    if (told.state !== 'live') return { state: 'ended', reason: told.reason };
    const serverNow = Date.parse(response.headers.get('date') ?? '');
    const left = told.idle_ends_at === null ? Number.NaN : Date.parse(told.idle_ends_at) - serverNow;
    return { state: 'live', idleEndsAt: Number.isNaN(left) ? null : performance.now() + left };
  } catch {
    return null;
  }
}
