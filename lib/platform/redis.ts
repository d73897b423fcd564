import { Redis } from 'ioredis';
import { singleton } from './singleton';

const holder = () => singleton<{ client: Redis | null }>('redis', () => ({ client: null }));

/** Redis counts in front of what works without it: a lost connection is answered at once, never waited for. */
export function openRedis(url: string): void {
  holder().client ??= new Redis(url, {
    maxRetriesPerRequest: 1,
    enableOfflineQueue: false,
    connectTimeout: 1000,
    commandTimeout: 500,
  }).on('error', () => {}); // without a listener a lost connection would end the process; readiness tells of it
}

/** The client, or null where none is configured. */
export const redis = (): Redis | null => holder().client;

/** Asks Redis; null where there is none, or it is lost: then the caller goes elsewhere. */
export async function whileRedisAnswers<T>(ask: (client: Redis) => Promise<T>): Promise<T | null> {
  const client = redis();
  if (client?.status !== 'ready') return null;
  return ask(client).catch(() => null);
}

export async function pingRedis(): Promise<void> {
  await holder().client?.ping();
}

export function closeRedis(): void {
  holder().client?.disconnect();
  holder().client = null;
}
