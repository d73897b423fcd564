import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { freePort } from '#lib/platform/embedded-postgres/free-port';
import { checkout } from '../start/started';
import type { Product } from './product';

/** A server in a process of its own, on the running product's data. */
export interface Beside {
  origin: string;
  stop(): Promise<void>;
}

/** Starts a script that listens on PORT and then says so. It gets the product's data folder, then `args`. */
export async function startBeside(
  { environment }: Product,
  script: string,
  args: readonly string[] = [],
): Promise<Beside> {
  const port = String(await freePort());
  const folder = environment.MEDISECURE_DATA_DIR ?? '';
  const child = spawn(process.execPath, ['--import', 'tsx', script, folder, ...args], {
    cwd: checkout,
    env: { NODE_ENV: 'production', PATH: process.env.PATH, ...environment, PORT: port },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'close');
  const early = ended.then(() => Promise.reject(new Error(`${script} ended early.`)));
  early.catch(() => {});
  const ready = new Promise<void>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => chunk.includes('ready') && resolve());
  });
  await Promise.race([ready, early]);
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  return { origin: `http://localhost:${port}`, stop };
}
