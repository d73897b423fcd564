import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { freePort } from '#lib/platform/embedded-postgres/free-port';
import type { Product } from '../harness/product';

export interface BareProcess {
  origin: string;
  stop(): Promise<void>;
}

/** A bare server in a process of its own, on the running product's database. */
export async function startBare(
  { environment }: Product,
  kind: 'naive' | 'shaped',
  secret: string,
): Promise<BareProcess> {
  const port = await freePort();
  const folder = environment.MEDISECURE_DATA_DIR ?? '';
  const args = [path.join(import.meta.dirname, 'bare-server.ts'), kind, String(port), folder, secret];
  const child = spawn(process.execPath, ['--import', 'tsx', ...args], {
    env: { NODE_ENV: 'production', PATH: process.env.PATH, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'close');
  const early = ended.then(() => Promise.reject(new Error(`The ${kind} server ended early.`)));
  early.catch(() => {});
  await Promise.race([once(child.stdout, 'data'), early]);
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  return { origin: `http://127.0.0.1:${port}`, stop };
}
