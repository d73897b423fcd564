import type { Server } from 'node:http';
import { lifecycle } from '#lib/platform/lifecycle';

const drainMilliseconds = 10_000;

/** Takes no new connection, finishes what was begun, and after ten seconds cuts what has not ended. */
export async function drain(servers: readonly Server[]): Promise<void> {
  lifecycle().draining = true;
  const cut = setTimeout(() => each(servers, (server) => server.closeAllConnections()), drainMilliseconds);
  // A connection kept alive becomes idle only when its answer is out.
  const sweep = setInterval(() => each(servers, (server) => server.closeIdleConnections()), 50);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  clearTimeout(cut);
  clearInterval(sweep);
}

function each(servers: readonly Server[], act: (server: Server) => void): void {
  for (const server of servers) act(server);
}
