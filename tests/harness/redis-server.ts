import { type ChildProcess, spawn } from 'node:child_process';
import { freePort } from '#lib/platform/embedded-postgres/free-port';

/** The program of a real Redis; without it the tests that need one are left out. */
export const redisServerPath = process.env.REDIS_SERVER_PATH;
if (!redisServerPath) {
  process.stderr.write('Tests with a real Redis are left out: set REDIS_SERVER_PATH to redis-server.\n');
}

export interface RedisServer {
  readonly url: string;
  kill(): void;
}

/** An empty Redis that keeps nothing. */
export async function startRedis(): Promise<RedisServer> {
  if (!redisServerPath) throw new Error('There is no redis-server here.');
  const port = await freePort();
  const options = ['--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
  const child: ChildProcess = spawn(redisServerPath, ['--port', String(port), ...options], {
    stdio: 'ignore',
  });
  return { url: `redis://127.0.0.1:${port}`, kill: () => void child.kill('SIGKILL') };
}
