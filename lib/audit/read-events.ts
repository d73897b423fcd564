import type { Temporal } from 'temporal-polyfill';
import { appendReadEvents } from '#db/client';
import { newId } from '#lib/platform/ids';
import { instantText } from '#lib/platform/instant-text';
import { singleton } from '#lib/platform/singleton';
import type { AuditEvent } from './event';

/** An event on its way, printed already, and whoever may not be answered before it is stored. */
interface Waiting {
  readonly text: string;
  stored(): void;
  failed(error: unknown): void;
}

/** Keeps one statement small; the rest goes with the next. */
const batchLimit = 256;

/**
 * The events of reads, committed in groups: one batch is on its way, and what arrives meanwhile is the next. Nothing
 * is kept here beyond the answer that waits for it.
 */
class ReadEvents {
  readonly #waiting: Waiting[] = [];
  #writing: Promise<void> | null = null;

  append(text: string): Promise<void> {
    return new Promise((stored, failed) => {
      this.#waiting.push({ text, stored, failed });
      this.#writing ??= this.#writeAll();
    });
  }

  /** Ends when nothing waits any more. */
  async drain(): Promise<void> {
    await this.#writing;
  }

  async #writeAll(): Promise<void> {
    while (this.#waiting.length > 0) await write(this.#waiting.splice(0, batchLimit));
    this.#writing = null;
  }
}

/** One bad event would fail its whole batch: what the database has refused is tried again one by one. */
async function write(batch: readonly Waiting[]): Promise<void> {
  try {
    await appendReadEvents(`[${batch.map(({ text }) => text).join()}]`);
    for (const { stored } of batch) stored();
  } catch (error) {
    if (batch.length > 1 && isRefusal(error)) await Promise.all(batch.map((each) => write([each])));
    else for (const { failed } of batch) failed(error);
  }
}

/** The database said so itself: the connection stands, and nothing of the batch is stored. */
const isRefusal = (error: unknown) => error instanceof Error && error.name === 'PostgresError';

const readEvents = singleton('read-events', () => new ReadEvents());

/** Ends once the event is stored for good. Whoever has read waits for it before anything is answered. */
export function appendReadEvent(event: AuditEvent, at: Temporal.Instant): Promise<void> {
  return readEvents.append(JSON.stringify({ id: newId('audit_logs'), timestamp: instantText(at), ...event }));
}

/** For a stop in good order, before the pool is closed. */
export const drainReadEvents = (): Promise<void> => readEvents.drain();
