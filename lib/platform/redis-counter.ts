import { whileRedisAnswers } from './redis';

interface Counted {
  readonly count: number;
  /** Until the window is over. */
  readonly seconds: number;
}

/**
 * Counts one use in Redis, for all processes, from the first use of a window. Null where there is no Redis, or it is lost:
 * then the caller counts elsewhere. One transaction, so that no counter is left without an end.
 */
export async function countInRedis(key: string, seconds: number): Promise<Counted | null> {
  const name = `medisecure:throttle:${key}`;
  const answers = await whileRedisAnswers((client) =>
    client.multi().set(name, 0, 'EX', seconds, 'NX').incr(name).pttl(name).exec(),
  );
  const [count, milliseconds] = [Number(answers?.[1]?.[1]), Number(answers?.[2]?.[1])];
  return count > 0 && milliseconds > 0 ? { count, seconds: milliseconds / 1000 } : null;
}
