import postgres from 'postgres';
import { connectionOptions } from './connection';
import type { DriverTypes } from './driver-types';

/** Connections older than this are replaced, so that a moved database is found again (S37). */
const lifetimeMilliseconds = 1_800_000;

/**
 * One connection to the database. It is never opened a second time: whatever would still be sent after a loss would run
 * outside the transaction that it was meant for.
 */
export class Connection {
  readonly sql: postgres.Sql<DriverTypes>;
  readonly #openedAt = performance.now();
  #lost = false;

  constructor(url: string) {
    this.sql = postgres(url, {
      ...connectionOptions(url),
      max: 1,
      max_lifetime: null, // the driver's own would end a connection between two statements of a transaction
      idle_timeout: 300,
      onclose: () => this.end(),
    });
  }

  get isLost(): boolean {
    return this.#lost;
  }

  get isSpent(): boolean {
    return this.#lost || performance.now() - this.#openedAt > lifetimeMilliseconds;
  }

  /** Waits so many seconds for what is running. */
  async end(timeout = 0): Promise<void> {
    this.#lost = true;
    await this.sql.end({ timeout });
  }
}

interface Waiting {
  resolve(connection: Connection): void;
  reject(error: Error): void;
}

/** The pool is closed: told like the driver's own error, which means "not now". */
class PoolClosed extends Error {
  readonly code = 'CONNECTION_ENDED';
}

/**
 * A connection for each transaction. Not the driver's `reserve()`: after a connection is lost it hands the dead one to
 * the next transaction, which then never ends (porsager/postgres, issue 1199).
 */
export class Pool {
  readonly #url: string;
  readonly #size: number;
  /** The one used last is taken first: it knows the statements. */
  readonly #idle: Connection[] = [];
  readonly #taken = new Set<Connection>();
  readonly #waiting: Waiting[] = [];
  #closed = false;

  constructor(url: string, size: number) {
    this.#url = url;
    this.#size = size;
  }

  /** @throws PoolClosed */
  async acquire(): Promise<Connection> {
    if (this.#closed) throw new PoolClosed('The database pool is closed.');
    if (this.#taken.size < this.#size) return this.#take(this.#idle.pop());
    return new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }));
  }

  release(connection: Connection): void {
    this.#taken.delete(connection);
    const next = this.#waiting.shift();
    if (next) next.resolve(this.#take(connection));
    else this.#idle.push(connection);
  }

  /** Waits up to `timeout` seconds for running statements, then closes every connection. */
  async close(timeout: number): Promise<void> {
    this.#closed = true;
    for (const { reject } of this.#waiting.splice(0)) reject(new PoolClosed('The database pool is closed.'));
    await Promise.all([...this.#idle.splice(0), ...this.#taken].map((connection) => connection.end(timeout)));
  }

  #take(known: Connection | undefined): Connection {
    if (known?.isSpent) void known.end();
    const connection = !known || known.isSpent ? new Connection(this.#url) : known;
    this.#taken.add(connection);
    return connection;
  }
}
