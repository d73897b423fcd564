import type { DemoAccount } from '../harness/product';
import { type Answer, call, familyOf, type Pair, refresh, signIn } from './two-servers';

/** A family of tokens as its client knows it: with the last pair that it was given. */
export interface Family extends Pair {
  id: string;
}

const mix = [
  'sign-in',
  'refresh',
  'refresh',
  'sign-out',
  'refresh',
  'refresh',
  'sign-in',
  'refresh',
] as const;

/**
 * Clients of some accounts who sign in, refresh and sign out at two servers at once, in an order that is the same each
 * time. They share what they know, so one token is often in two hands.
 */
export class SignInStorm {
  /** Every family that any client was given. */
  readonly families = new Map<string, Family>();
  /** Those whose end was confirmed to a client. */
  readonly ended = new Set<string>();
  readonly statuses: Record<string, number> = {};
  /** What no client should meet: an error that is no 503 with its time to come back. */
  readonly faults: string[] = [];
  readonly #held: Family[][];
  #next = 0;

  constructor(
    private readonly origins: readonly [string, string],
    private readonly accounts: readonly DemoAccount[],
  ) {
    this.#held = accounts.map(() => []);
  }

  /** Makes calls until there have been `total` of them, at most `atOnce` at a time. */
  async until(total: number, atOnce: number): Promise<void> {
    const client = async () => {
      while (this.#next < total) await this.#step(this.#next++);
    };
    await Promise.all(Array.from({ length: atOnce }, client));
  }

  async #step(n: number): Promise<void> {
    const whose = (n * 7) % this.accounts.length;
    const held = this.#held[whose] ?? [];
    const family = held[(n * 5) % Math.max(held.length, 1)];
    const origin = this.origins[n % 3 === 0 ? 0 : 1];
    const kind = mix[Math.floor(n / this.accounts.length) % mix.length];
    if (!family || kind === 'sign-in') return this.#signIn(origin, whose, held);
    if (kind === 'refresh') return this.#refresh(origin, family, held);
    if (n % 4 === 0) return this.#endAll(origin, family, held);
    return this.#signOut(origin, family, held);
  }

  async #signIn(origin: string, whose: number, held: Family[]): Promise<void> {
    const account = this.accounts[whose];
    if (!account) return;
    const { pair } = this.#count('sign-in', await signIn(origin, account));
    if (!pair.access_token || !pair.refresh_token) return;
    const { access_token, refresh_token } = pair;
    const family = { id: familyOf(access_token), access_token, refresh_token };
    this.families.set(family.id, family);
    held.push(family);
  }

  async #refresh(origin: string, family: Family, held: Family[]): Promise<void> {
    const presented = family.refresh_token;
    const { status, pair } = this.#count('refresh', await refresh(origin, presented));
    if (status === 401) drop(held, family);
    // An answer that comes late does not put an older token back.
    if (status === 200 && family.refresh_token === presented) Object.assign(family, pair);
  }

  async #signOut(origin: string, family: Family, held: Family[]): Promise<void> {
    drop(held, family);
    const body = { refresh_token: family.refresh_token };
    const { status } = this.#count('sign-out', await call(origin, 'POST /auth/logout', { body }));
    if (status === 204) this.ended.add(family.id);
  }

  async #endAll(origin: string, family: Family, held: Family[]): Promise<void> {
    const before = held.splice(0);
    const answer = await call(origin, 'DELETE /users/me/sessions', { token: family.access_token });
    const { status } = this.#count('sign-out everywhere', answer);
    if (status === 204) for (const { id } of before) this.ended.add(id);
  }

  #count(kind: string, answer: Answer): Answer {
    const { status, retryAfter } = answer;
    const name = `${kind} ${status}`;
    this.statuses[name] = (this.statuses[name] ?? 0) + 1;
    const isHonest = status === 503 && Number(retryAfter) > 0;
    if (![200, 204, 401].includes(status) && !isHonest) this.faults.push(name);
    return answer;
  }
}

function drop(held: Family[], family: Family): void {
  const at = held.indexOf(family);
  if (at >= 0) held.splice(at, 1);
}
