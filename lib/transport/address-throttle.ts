import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { OperationError } from '#lib/errors/operation-error';
import { addressKey } from '#lib/platform/address-key';
import { env } from '#lib/platform/env';
import { singleton } from '#lib/platform/singleton';

/** So much from one address that it is not even parsed. Counts in this process: it protects the process. */
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
    return new RateLimiterMemory({ points: count, duration: seconds });
  });
