import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { configureEnv, env } from '#lib/platform/env';
import { defaultLimits } from '#lib/platform/limits';
import { probe, readiness } from '#lib/platform/readiness';
import { closeRedis, openRedis, pingRedis, redis } from '#lib/platform/redis';
import { throttleAddress } from '#lib/transport/address-throttle';

const server = process.env.REDIS_SERVER_PATH;

async function freePort(): Promise<number> {
  const probing = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => probing.once('listening', resolve));
  const address = probing.address();
  await new Promise((resolve) => probing.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

describe.skipIf(!server)('with a real Redis', () => {
  let child: ChildProcess;

  beforeAll(async () => {
    const port = await freePort();
    const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
    child = spawn(server ?? '', args, { stdio: 'ignore' });
    configureEnv({ limits: { ...env().limits, api_address: { count: 3, seconds: 60 } } });
    openRedis(`redis://127.0.0.1:${port}`);
    probe('redis', pingRedis);
    probe('database', async () => {});
  });

  afterAll(() => {
    closeRedis();
    configureEnv({ limits: { ...env().limits, ...defaultLimits } });
    child.kill('SIGKILL');
  });

  it('counts an address for all processes, and goes on alone when Redis is killed', async () => {
    await expect.poll(async () => (await readiness()).redis, { timeout: 10_000 }).toBe('ok');
    for (let i = 0; i < 3; i += 1) await throttleAddress('192.0.2.7');
    await expect(throttleAddress('192.0.2.7')).rejects.toMatchObject({ code: 'too_many_requests' });
    const keys = (await redis()?.keys('medisecure:address*')) ?? [];
    expect(keys).toHaveLength(1);

    child.kill('SIGKILL');
    await expect.poll(async () => (await readiness()).redis, { timeout: 5_000 }).toBe('failing');
    for (let i = 0; i < 3; i += 1) await throttleAddress('192.0.2.8');
    await expect(throttleAddress('192.0.2.8')).rejects.toMatchObject({ code: 'too_many_requests' });
  });
});
