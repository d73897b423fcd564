import postgres from 'postgres';
import { singleton } from '#lib/platform/singleton';
import { connectionOptions } from './connection';

/** What the database's trigger tells as soon as an end of a session is committed. */
const channel = 'session_ended';

/** More would be tabs of one session that nobody can look at all at once. */
const waitersOfOne = 10;

type Wake = () => void;

interface Endings {
  url: string | null;
  /** The connection that listens, if it does; lost ones are made anew by whoever waits next. */
  listening: Promise<postgres.Sql> | null;
  readonly waiting: Map<string, Set<Wake>>;
}

const endings = singleton<Endings>('session-endings', () => ({
  url: null,
  listening: null,
  waiting: new Map(),
}));

/** From here on a wait asks this database. */
export function openEndings(url: string): void {
  endings.url = url;
}

/** Wakes everybody who waits, and no longer listens. */
export async function closeEndings(): Promise<void> {
  const { listening } = endings;
  Object.assign(endings, { url: null, listening: null });
  wakeEverybody();
  await (await listening?.catch(() => null))?.end({ timeout: 0 });
}

export function wakeEverybody(): void {
  for (const id of [...endings.waiting.keys()]) wake(id);
}

export interface Watch {
  /** Resolves when the session has ended, when the time is over, or when nobody waits any more. */
  readonly over: Promise<void>;
  stop(): void;
}

/**
 * Begins to wait for the end of a session: look whether it stands only afterwards, so that no end falls in between.
 * Null where nothing can be waited for, because the database does not tell or too many wait already.
 */
export async function watchSession(id: string, milliseconds: number): Promise<Watch | null> {
  const waiters = endings.waiting.get(id) ?? new Set();
  if (waiters.size >= waitersOfOne) return null;
  let stop: Wake = () => {};
  const over = new Promise<void>((resolve) => {
    const timer = setTimeout(() => stop(), milliseconds);
    stop = () => {
      clearTimeout(timer);
      forget(id, stop);
      resolve();
    };
  });
  endings.waiting.set(id, waiters.add(stop));
  if (await listens()) return { over, stop };
  stop();
  return null;
}

async function listens(): Promise<boolean> {
  const { url } = endings;
  if (url === null) return false;
  endings.listening ??= listen(url);
  return endings.listening.then(
    () => true,
    () => false,
  );
}

async function listen(url: string): Promise<postgres.Sql> {
  const lost = () => {
    endings.listening = null;
    // What ended meanwhile was told to nobody.
    wakeEverybody();
  };
  const options = { max: 1, idle_timeout: 0, max_lifetime: null, onclose: lost, onnotify: told };
  const sql = postgres(url, { ...connectionOptions(url), ...options }) as unknown as postgres.Sql;
  try {
    await sql.unsafe(`listen ${channel}`);
    return sql;
  } catch (error) {
    endings.listening = null;
    await sql.end({ timeout: 0 });
    throw error;
  }
}

const told = (_channel: string, id: string) => wake(id);

function wake(id: string): void {
  for (const each of endings.waiting.get(id) ?? []) each();
}

function forget(id: string, waiter: Wake): void {
  const waiters = endings.waiting.get(id);
  waiters?.delete(waiter);
  if (waiters?.size === 0) endings.waiting.delete(id);
}
