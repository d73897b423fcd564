import { createSecretKey, type KeyObject } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import { singleton } from '#lib/platform/singleton';
import type { Ring } from './columns';
import { KeysNotLoaded } from './crypto-errors';
import type { KeyProvider } from './key-provider';
import { type RingKeyRow, wrappingContext } from './ring-key-row';

const timeToLiveMilliseconds = 60 * 60 * 1000;

export interface RingKey {
  readonly ring: Ring;
  readonly version: number;
  readonly key: KeyObject;
}

export interface KeySource {
  /** The rows of `encryption_keys` that are not retired. */
  load(): Promise<readonly RingKeyRow[]>;
  readonly provider: KeyProvider;
  now(): Temporal.Instant;
}

/**
 * The unwrapped ring keys of this process. `fresh()` is awaited before a transaction and does no I/O inside the
 * time to live, so that sealing and opening stay synchronous. It fails closed: keys that could not be reloaded
 * after their time to live refuse the request.
 */
export class KeyRing {
  /** Grows with each load; caches of anything derived from a key are kept for one generation. */
  generation = 0;
  #source: KeySource | null = null;
  #keys = new Map<string, RingKey>();
  #current = new Map<Ring, RingKey>();
  #loadedAt = Number.NEGATIVE_INFINITY;
  #loading: Promise<void> | null = null;
  #queued: Promise<void> | null = null;

  configure(source: KeySource): void {
    this.#source = source;
    this.#replace([]);
    this.#loadedAt = Number.NEGATIVE_INFINITY;
  }

  async fresh(): Promise<void> {
    if (!this.#isFresh()) await (this.#loading ?? this.#startLoading());
  }

  /** For a version that is not known: a load that begins after this call, shared by all who wait for one. */
  reload(): Promise<void> {
    if (!this.#loading) return this.#startLoading();
    this.#queued ??= this.#loading.catch(() => undefined).then(() => this.#startLoading());
    return this.#queued;
  }

  /** The version that seals. @throws KeysNotLoaded */
  current(ring: Ring): RingKey {
    const key = this.#current.get(ring);
    if (!key) throw new KeysNotLoaded(`Ring ${ring} has no active key in memory.`);
    return key;
  }

  /** A version that opens, or undefined when this process does not know it. */
  version(ring: Ring, version: number): RingKey | undefined {
    return this.#keys.get(`${ring} ${version}`);
  }

  /** Every version that is not retired, the oldest first. */
  versions(ring: Ring): RingKey[] {
    return [...this.#keys.values()].filter((key) => key.ring === ring);
  }

  #isFresh(): boolean {
    if (!this.#source || this.#loadedAt === Number.NEGATIVE_INFINITY) return false;
    const age = this.#source.now().epochMilliseconds - this.#loadedAt;
    return age >= 0 && age < timeToLiveMilliseconds; // a clock that stepped back makes them stale, not eternal
  }

  #startLoading(): Promise<void> {
    this.#queued = null;
    const loading = this.#load().finally(() => {
      if (this.#loading === loading) this.#loading = null;
    });
    this.#loading = loading;
    return loading;
  }

  async #load(): Promise<void> {
    const source = this.#source;
    if (!source) throw new KeysNotLoaded('The key ring is not configured.');
    const startedAt = source.now().epochMilliseconds;
    const rows = await source.load();
    const keys = await Promise.all(rows.filter(isUsable).map((row) => unwrap(row, source.provider)));
    if (source !== this.#source) return this.#load(); // configured anew meanwhile
    this.#replace(keys);
    this.#loadedAt = startedAt;
  }

  #replace(keys: readonly (RingKey & { active: boolean })[]): void {
    const ascending = [...keys].sort((a, b) => a.version - b.version);
    this.#keys = new Map(ascending.map((key) => [`${key.ring} ${key.version}`, key]));
    this.#current = new Map(ascending.filter((key) => key.active).map((key) => [key.ring, key]));
    this.generation += 1;
  }
}

export const keyRing = singleton('key-ring', () => new KeyRing());

const isUsable = (row: RingKeyRow) => row.status !== 'retired';

async function unwrap(row: RingKeyRow, provider: KeyProvider): Promise<RingKey & { active: boolean }> {
  if (row.provider !== provider.name) {
    throw new KeysNotLoaded(`A ${row.ring} key was wrapped by ${row.provider}, not by ${provider.name}.`);
  }
  const bytes = await provider.unwrap(row.wrapped_key, wrappingContext(row));
  const key = createSecretKey(bytes);
  bytes.fill(0);
  return { ring: row.ring, version: row.version, key, active: row.status === 'active' };
}
