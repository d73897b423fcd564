import type { Server } from 'node:http';
import { wakeEverybody } from '#db/session-endings';
import { env } from '#lib/platform/env';
import { dispatch } from '#lib/transport/dispatch';
import type { Cleanup } from './cleanup';
import { drain } from './drain';
import { createFrontServer, type Doors } from './front/front-server';
import { openPages } from './pages';
import { listen, listenHosts } from './port-check';

/** Opens the pages, then the port: whoever gets an answer gets it from a product that is ready. */
export async function serve(dev: boolean, cleanup: Cleanup): Promise<void> {
  const configured = env();
  const hosts = listenHosts(configured.host);
  const doors: Doors = { dispatch, page: (request, response) => page(request, response) };
  const servers = hosts.map(() => createFrontServer(configured, doors, dev));
  const page = await openPages(dev, servers[0] ?? null, cleanup);
  const open: Server[] = [];
  cleanup.add(() => {
    const drained = drain(open);
    // Pages that wait to hear of an end are answered: nothing else would keep their connections open.
    wakeEverybody();
    return drained;
  });
  for (const [at, server] of servers.entries()) {
    if (await listen(server, hosts[at] ?? configured.host, configured.port)) open.push(server);
  }
}
