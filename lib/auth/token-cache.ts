/**
 * Tokens whose signature was found good, the least recently used one leaving first. A signature costs 57 µs, a look
 * here less than one. Holds for one generation of the keys only.
 */
export class TokenCache<T> {
  readonly #limit: number;
  #entries = new Map<string, T>();
  #generation = -1;

  constructor(limit: number) {
    this.#limit = limit;
  }

  get(token: string, generation: number): T | undefined {
    this.#keepOnly(generation);
    return this.#entries.get(token);
  }

  set(token: string, value: T, generation: number): void {
    this.#keepOnly(generation);
    this.#entries.delete(token);
    this.#entries.set(token, value);
    const oldest = this.#entries.keys().next();
    if (this.#entries.size > this.#limit && !oldest.done) this.#entries.delete(oldest.value);
  }

  #keepOnly(generation: number): void {
    if (generation === this.#generation) return;
    this.#entries = new Map();
    this.#generation = generation;
  }
}
