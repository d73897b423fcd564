import { log } from '#lib/platform/log';

type Step = () => Promise<void> | void;

/** What has been opened, to be closed in the opposite order: the database goes last because it came first. */
export class Cleanup {
  readonly #steps: Step[] = [];
  #running: Promise<void> | null = null;

  add(step: Step): void {
    this.#steps.push(step);
  }

  /** Every step runs, even after one that fails, and none runs twice. */
  run(): Promise<void> {
    this.#running ??= this.#unwind();
    return this.#running;
  }

  async #unwind(): Promise<void> {
    for (let step = this.#steps.pop(); step; step = this.#steps.pop()) {
      try {
        await step();
      } catch (error) {
        log().error('stop_step_failed', error);
      }
    }
  }
}
