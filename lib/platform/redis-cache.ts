import { whileRedisAnswers } from './redis';

/** What Redis remembers under a name; null where it remembers nothing, is lost, or there is none. */
export const readCached = (name: string): Promise<string | null> =>
  whileRedisAnswers((client) => client.get(`medisecure:cache:${name}`));

export async function writeCached(name: string, value: string, milliseconds: number): Promise<void> {
  await whileRedisAnswers((client) => client.set(`medisecure:cache:${name}`, value, 'PX', milliseconds));
}

export async function forgetCached(name: string): Promise<void> {
  await whileRedisAnswers((client) => client.del(`medisecure:cache:${name}`));
}
