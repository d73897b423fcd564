import { checkSession, keepDrafts } from '#components/form/session-events';
import { paths, type SignInReason, signInReasonOf } from '#lib/platform/paths';

const warningMilliseconds = 120_000;
/** Where the last question had no answer. */
const pollMilliseconds = 30_000;
/** The server answers a waiting question then at the latest, or at once when the session has ended. */
const waitMilliseconds = 25_000;
const pauseMilliseconds = 750;
/** Whoever has just sent something is led on by its answer: an end that it causes itself is no news. */
const answerMilliseconds = 5_000;
/** A little after the end, so that the answer is the end. */
const afterMilliseconds = 500;

interface Watcher {
  /** The session ends then, by the browser's own clock (`performance.now()`); null: not soon. */
  warn(endsAt: number | null): void;
  leave(reason: SignInReason): void;
}

/**
 * Asks whether the session still stands: all the time while the page is looked at, by a question that waits for its
 * answer, when it is looked at again, and when the session would end. Asking is no activity. Ends are told by the
 * server's clock, which stands in its answer.
 */
export class SessionWatch {
  readonly #listening = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asking = new AbortController();
  #endsAt: number | null = null;
  #sentAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly watcher: Watcher) {
    const { signal } = this.#listening;
    const look = () => void this.check();
    const send = () => {
      this.#sentAt = performance.now();
    };
    document.addEventListener('submit', send, { capture: true, signal });
    document.addEventListener('visibilitychange', look, { signal });
    window.addEventListener('pageshow', look, { signal });
    window.addEventListener(checkSession, look, { signal });
    look();
  }

  stop(): void {
    this.#listening.abort();
    this.#asking.abort();
    clearTimeout(this.#timer);
  }

  /** `wait`: so many milliseconds may the answer take, if nothing has happened. */
  async check(wait = 0): Promise<void> {
    clearTimeout(this.#timer);
    this.#asking.abort();
    this.#asking = new AbortController();
    const { signal } = this.#asking;
    const told = await ask(wait, signal);
    if (signal.aborted) return;
    if (told?.state === 'ended') return this.#leave(told.reason);
    if (told) this.#endsAt = told.idleEndsAt;
    const left = this.#endsAt === null ? Number.POSITIVE_INFINITY : this.#endsAt - performance.now();
    // Without an answer the page does not stay open for ever.
    if (left <= 0) return this.watcher.leave('idle');
    const isSoon = left <= warningMilliseconds;
    if (isSoon) window.dispatchEvent(new Event(keepDrafts));
    this.watcher.warn(isSoon ? this.#endsAt : null);
    this.#askAgain(told !== null, left - (isSoon ? 0 : warningMilliseconds) + afterMilliseconds);
  }

  #leave(reason: string): void {
    const left = this.#sentAt + answerMilliseconds - performance.now();
    if (left > 0) this.#timer = setTimeout(() => void this.check(), left);
    else this.watcher.leave(signInReasonOf(reason));
  }

  /** A page that nobody looks at asks only when something is due, and keeps no connection open. */
  #askAgain(answered: boolean, due: number): void {
    const wait = Math.min(due, waitMilliseconds);
    const waits = answered && !document.hidden && wait > pauseMilliseconds;
    const pause = document.hidden ? due : waits ? pauseMilliseconds : Math.min(due, pollMilliseconds);
    if (!Number.isFinite(pause)) return;
    this.#timer = setTimeout(() => void this.check(waits ? wait : 0), pause);
  }
}

type Told = { state: 'live'; idleEndsAt: number | null } | { state: 'ended'; reason: string };

async function ask(wait: number, signal: AbortSignal): Promise<Told | null> {
  try {
    const address = wait > 0 ? `${paths.sessionState}?wait=${Math.round(wait)}` : paths.sessionState;
    const response = await fetch(address, { cache: 'no-store', signal });
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
