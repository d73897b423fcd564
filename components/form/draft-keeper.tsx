import { paths } from '#lib/platform/paths';
import { checkSession, keepDrafts } from './session-events';

export type KeptState = 'nothing' | 'saved' | 'lost';

const pauseMilliseconds = 2000;

/**
 * Sends what stands in a form once its writer pauses, and what is left when the page is hidden, closed or about to
 * end. Only typing is a reason to send, so that nothing here keeps a session awake.
 */
export class DraftKeeper {
  readonly #listening = new AbortController();
  #sending = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isDirty = false;

  constructor(
    private readonly element: HTMLFormElement,
    private readonly origin: { form: string; person: string | null },
    private readonly tell: (kept: KeptState) => void,
  ) {
    const { signal } = this.#listening;
    element.addEventListener('input', () => this.#typed(), { signal });
    element.addEventListener('submit', () => this.#sent(), { signal });
    document.addEventListener('visibilitychange', () => document.hidden && this.flush(), { signal });
    window.addEventListener('pagehide', () => this.flush(), { signal });
    window.addEventListener(keepDrafts, () => this.flush(), { signal });
    window.addEventListener('beforeunload', (event) => this.#isWatched() && event.preventDefault(), {
      signal,
    });
  }

  /** The form came back and was not taken: it is typed text once more. */
  refused(): void {
    this.#typed();
  }

  stop(): void {
    this.flush();
    this.#listening.abort();
  }

  /** At once, and also where the page is going: a body of up to 64 KB outlives it (Fetch, `keepalive`). */
  flush(): void {
    if (this.#isDirty) void this.#save();
  }

  /** A page that was taken away from its reader asks them nothing. */
  #isWatched(): boolean {
    return this.#isDirty && !document.body.hidden;
  }

  #typed(): void {
    this.#isDirty = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.flush(), pauseMilliseconds);
  }

  /** The form's own answer forgets the draft: none may arrive behind it. */
  #sent(): void {
    clearTimeout(this.#timer);
    this.#sending.abort();
    this.#isDirty = false;
  }

  async #save(): Promise<void> {
    clearTimeout(this.#timer);
    this.#isDirty = false;
    this.#sending.abort();
    const sending = new AbortController();
    this.#sending = sending;
    const status = await this.#post(sending.signal);
    if (sending.signal.aborted) return;
    this.tell(status === 204 ? 'saved' : 'lost');
    if (status !== 204) this.#isDirty = true;
    if (status === 401) window.dispatchEvent(new Event(checkSession));
  }

  async #post(signal: AbortSignal): Promise<number> {
    const fields = [...new FormData(this.element)].flatMap(([name, value]) =>
      typeof value === 'string' && !name.startsWith('$') ? [{ name, value }] : [],
    );
    const body = JSON.stringify({ ...this.origin, fields });
    const headers = { 'content-type': 'application/json' };
    const keepalive = body.length < 20_000;
    return fetch(paths.drafts, { method: 'POST', headers, body, signal, keepalive })
      .then(({ status }) => status)
      .catch(() => 0);
  }
}
