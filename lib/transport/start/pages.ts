import { createServer, type Server } from 'node:http';
import type next from 'next';
import { env } from '#lib/platform/env';
import { log } from '#lib/platform/log';
import { checkout } from './checkout';
import type { Cleanup } from './cleanup';
import type { Doors } from './front/front-server';

/** Next's request handler for the pages. Loaded late: Next reads NODE_ENV as it is loaded. */
export async function openPages(
  dev: boolean,
  server: Server | null,
  cleanup: Cleanup,
): Promise<Doors['page']> {
  speakThroughOurLog(dev);
  const { default: createNext } = (await import('next')) as unknown as { default: typeof next };
  const { port } = env();
  // Next listens for upgrades on the server it is given; only the development client uses one. A WebSocket request
  // with a whole URL as its target was once a way into the network (CVE-2026-44578).
  const httpServer = dev && server ? server : createServer();
  const app = createNext({ dev, dir: checkout, hostname: 'localhost', port, httpServer });
  await app.prepare();
  cleanup.add(() => app.close());
  return app.getRequestHandler();
}

/**
 * Next prints an error whole, and its message may quote what somebody sent: ours leaves its class only. What it is busy
 * with is of interest to developers alone.
 */
function speakThroughOurLog(dev: boolean): void {
  const report = (...said: unknown[]) => {
    const error = said.find((each) => each instanceof Error);
    log().warn('next', { error: error?.name ?? 'message' });
  };
  Object.assign(console, { error: report, warn: report, ...(!dev && { log: () => {} }) });
}
