import { isIPv6 } from 'node:net';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { OperationError } from '#lib/errors/operation-error';
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

/** A subscriber of IPv6 owns at least a /64 (RFC 6177), so its addresses count as one. */
export function addressKey(ip: string): string {
  const mapped = /^::ffff:(\d{1,3}(?:\.\d{1,3}){3})$/i.exec(ip)?.[1];
  if (mapped || !isIPv6(ip)) return mapped ?? ip;
  const [head = '', tail] = ip.split('%')[0]?.split('::') ?? [];
  const front = head === '' ? [] : head.split(':');
  const back = tail ? tail.split(':') : [];
  const zeros = tail === undefined ? 0 : 8 - front.length - back.length;
  const groups = [...front, ...Array.from({ length: zeros }, () => '0'), ...back];
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
