import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { configureEnv, env } from '#lib/platform/env';
import { defaultLimits } from '#lib/platform/limits';
import { probe, readiness } from '#lib/platform/readiness';
import { closeRedis, openRedis, pingRedis, redis } from '#lib/platform/redis';
import { throttleAddress } from '#lib/transport/address-throttle';
import { type RedisServer, redisServerPath, startRedis } from '../harness/redis-server';

describe.skipIf(!redisServerPath)('with a real Redis', () => {
  let server: RedisServer;

  beforeAll(async () => {
    server = await startRedis();
    configureEnv({ limits: { ...env().limits, api_address: { count: 3, seconds: 60 } } });
    openRedis(server.url);
    probe('redis', pingRedis);
    probe('database', async () => {});
  });

  afterAll(() => {
    closeRedis();
    configureEnv({ limits: { ...env().limits, ...defaultLimits } });
    server.kill();
  });

  it('counts an address for all processes, and goes on alone when Redis is killed', async () => {
    await expect.poll(async () => (await readiness()).redis, { timeout: 10_000 }).toBe('ok');
    for (let i = 0; i < 3; i += 1) await throttleAddress('192.0.2.7');
    await expect(throttleAddress('192.0.2.7')).rejects.toMatchObject({ code: 'too_many_requests' });
    const keys = (await redis()?.keys('medisecure:address*')) ?? [];
    expect(keys).toHaveLength(1);

    server.kill();
    await expect.poll(async () => (await readiness()).redis, { timeout: 5_000 }).toBe('failing');
    for (let i = 0; i < 3; i += 1) await throttleAddress('192.0.2.8');
    await expect(throttleAddress('192.0.2.8')).rejects.toMatchObject({ code: 'too_many_requests' });
  });
});
