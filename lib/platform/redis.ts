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

export async function pingRedis(): Promise<void> {
  await holder().client?.ping();
}

export function closeRedis(): void {
  holder().client?.disconnect();
  holder().client = null;
}
