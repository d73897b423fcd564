/** More work waits than may wait. The caller answers "busy, try later". */
export class WorkQueueFull extends Error {
  override readonly name = 'WorkQueueFull';
}

/** Runs at most `concurrency` pieces of work at once, in order, and lets at most `waiting` more wait. */
export class WorkQueue {
  readonly #limits: { concurrency: number; waiting: number };
  readonly #line: (() => void)[] = [];
  #running = 0;

  constructor(limits: { concurrency: number; waiting: number }) {
    this.#limits = limits;
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    await this.#enter();
    try {
      return await work();
    } finally {
      this.#leave();
    }
  }

  #enter(): Promise<void> | void {
    if (this.#running < this.#limits.concurrency) {
      this.#running += 1;
      return;
    }
    if (this.#line.length >= this.#limits.waiting) throw new WorkQueueFull('Too much work waits.');
    return new Promise((start) => this.#line.push(start));
  }

  /** Hands the place on to the next in line, or gives it up. */
  #leave(): void {
    const next = this.#line.shift();
    if (next) next();
    else this.#running -= 1;
  }
}
