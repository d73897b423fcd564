import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import { OperationError } from '#lib/errors/operation-error';
import { addressKey } from '#lib/platform/address-key';
import { env } from '#lib/platform/env';
import { redis } from '#lib/platform/redis';
import { singleton } from '#lib/platform/singleton';

/**
 * So much from one address that it is not even parsed. Counted in Redis for all processes where there is one, else, and
 * while it is lost, in this process.
 */
export async function throttleAddress(ip: string | null): Promise<void> {
  if (ip === null) return;
  try {
    await limiter().consume(addressKey(ip));
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    const retryAfterSeconds = Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
    throw new OperationError('too_many_requests', { retryAfterSeconds });
  }
}

const limiter = () =>
  singleton('address-throttle', () => {
    const { count, seconds } = env().limits.api_address;
    const own = new RateLimiterMemory({ points: count, duration: seconds });
    const storeClient = redis();
    if (!storeClient) return own;
    return new RateLimiterRedis({
      storeClient,
      points: count,
      duration: seconds,
      keyPrefix: 'medisecure:address',
      insuranceLimiter: own,
    });
  });
