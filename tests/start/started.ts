import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '#lib/platform/embedded-postgres/free-port';

export const checkout = path.resolve(import.meta.dirname, '../..');

/** A data folder of its own, which a test may break. */
export function newFolder(): string {
  const parent = mkdtempSync(path.join(tmpdir(), 'medisecure start '));
  chmodSync(parent, 0o711);
  return path.join(parent, 'data');
}

export const removeFolder = (folder: string) =>
  rmSync(path.dirname(folder), { recursive: true, force: true });

export interface Started {
  child: ChildProcess;
  port: number;
  output(): string;
  ended: Promise<number | null>;
}

/** `npm start` without npm: the same file, in a process group of its own. */
export async function start(
  environment: Record<string, string>,
  node: readonly string[] = [],
): Promise<Started> {
  const port = Number(environment.PORT ?? (await freePort()));
  const child = spawn(process.execPath, [...node, path.join(checkout, 'lib/transport/start/main.mjs')], {
    env: {
      PATH: '/usr/bin:/bin',
      HOME: tmpdir(),
      NODE_ENV: 'production',
      PORT: String(port),
      // Nothing listens there: no test asks a stranger about passwords.
      BREACH_CHECK_URL: 'http://127.0.0.1:9/',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk;
    });
  }
  const ended = once(child, 'close').then(([code]: (number | null)[]) => code ?? null);
  return { child, port, output: () => output, ended };
}

/** Waits for the line with the address. @throws when the process ends before it */
export async function ready(started: Started): Promise<Started> {
  let ended = false;
  void started.ended.then(() => {
    ended = true;
  });
  while (!started.output().includes('MediSecure is ready')) {
    if (ended) throw new Error(`The start ended early:\n${started.output()}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return started;
}

/** The processes, PostgreSQL's among them, whose command line names this folder. */
export function processesOf(folder: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => commandOf(pid).includes(folder));
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}
