/**
 * One instance a process. Next bundles route handlers apart from the front server, so a module variable exists
 * more than once; what must be shared (pool, keys, metrics) hangs on globalThis.
 */
export function singleton<T>(name: string, create: () => T): T {
  const store = globalThis as unknown as Record<symbol, T | undefined>;
  const key = Symbol.for(`medisecure.${name}`);
  store[key] ??= create();
  return store[key] as T;
}
