import { setTimeout as pause } from 'node:timers/promises';
import { log } from '#lib/platform/log';

type Step = () => Promise<void> | void;

/** No step keeps the process from ending; the longest, which waits for answers, takes ten seconds. */
const patienceMilliseconds = 20_000;

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
        await inTime(step);
      } catch (error) {
        log().error('stop_step_failed', error);
      }
    }
  }
}

async function inTime(step: Step): Promise<void> {
  const ended = new AbortController();
  const overdue = pause(patienceMilliseconds, undefined, { signal: ended.signal }).then(() => {
    throw new Error('The step has not ended.');
  });
  overdue.catch(() => {});
  try {
    await Promise.race([step(), overdue]);
  } finally {
    ended.abort();
  }
}
