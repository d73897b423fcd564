/** Bytes that are kept while they come, up to a limit: beyond it none of them is held any more. */
export class Capture {
  #parts: Uint8Array[] = [];
  #size = 0;

  constructor(readonly limit: number) {}

  get tooLarge(): boolean {
    return this.#size > this.limit;
  }

  get size(): number {
    return this.tooLarge ? 0 : this.#size;
  }

  add(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    this.#size += bytes.length;
    if (this.tooLarge) this.#parts = [];
    else this.#parts.push(bytes);
  }

  /** Null where they were too many. */
  bytes(): Uint8Array | null {
    return this.tooLarge ? null : Buffer.concat(this.#parts);
  }
}
